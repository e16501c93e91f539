import type { CaseResult, Report } from '../../spec/report.ts'
import type { Verdict } from '../../spec/verdict.ts'

/**
 * The outcome of a run in one sentence with all counts, such as
 * `Not conformant: 3 failed, 2 warnings, 180 passed, 12 not applicable, 4 untestable.`
 * What passed and what could not be tested is always counted, the rest where there is any. What the baseline knows is violated
 * all the same, and said to be known.
 */
export function verdictSentence(report: Report): string {
  const { distrust } = report
  if (distrust.length > 0) return `No verdict: ${distrust.map(withoutFullStop).join('; ')} (${counts(report)}).`
  return `${judgement(report)}: ${counts(report)}.${behaviourSentence(report)}`
}

/** What plugins of a type are known for is counted apart: the specification does not ask for it. */
function behaviourSentence({ behaviours: { planned, pass, warn, notApplicable }, results }: Report): string {
  const applicable = planned - notApplicable
  if (applicable === 0) return ''
  const open = applicable - pass - warn
  const rest = [...some(warn, `otherwise${knownAmong(results, 'behaviour', 'warn')}`), ...some(open, 'not seen')]
  return ` Behaviours: ${[`${pass} as documented`, ...rest].join(', ')}.`
}

function judgement({ conformant, acceptable, baseline }: Report): string {
  const stale = baseline?.stale.length ?? 0
  if (stale > 0) {
    const entries = stale === 1 ? '1 stale entry' : `${stale} stale entries`
    return `${conformant ? 'Conformant' : 'Not conformant'}, with ${entries} in the baseline`
  }
  if (conformant) return acceptable ? 'Conformant' : 'Conformant, but not as documented'
  return acceptable ? 'Not conformant, but only in ways that are known' : 'Not conformant'
}

function counts({ summary, results }: Report): string {
  const { pass, fail, warn, note, notApplicable, blocked, untestable, notRun, error } = summary
  const known = (verdict: Verdict) => knownAmong(results, 'specification', verdict)
  return [
    ...some(fail, `failed${known('fail')}`),
    ...some(warn, `${warn === 1 ? 'warning' : 'warnings'}${known('warn')}`),
    ...some(note, `${note === 1 ? 'note' : 'notes'}${known('note')}`),
    ...some(blocked, 'blocked'),
    ...some(error, error === 1 ? 'tool error' : 'tool errors'),
    `${pass} passed`,
    ...some(notApplicable, 'not applicable'),
    ...some(notRun, 'not run'),
    `${untestable} untestable`,
  ].join(', ')
}

function knownAmong(results: readonly CaseResult[], group: CaseResult['group'], verdict: Verdict): string {
  const { length } = results.filter((each) => each.known !== null && each.group === group && each.verdict === verdict)
  return length === 0 ? '' : ` (${length} known)`
}

function some(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
