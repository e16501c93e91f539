import type { Report, Summary } from '../../spec/report.ts'

/**
 * The outcome of a run in one sentence with all counts, such as
 * `Not conformant: 3 failed, 2 warnings, 180 passed, 12 not applicable, 4 untestable.`
 * What passed and what could not be tested is always counted, the rest where there is any.
 */
export function verdictSentence({ conformant, distrust, summary }: Report): string {
  if (distrust.length > 0) return `No verdict: ${distrust.map(withoutFullStop).join('; ')} (${counts(summary)}).`
  return `${conformant ? 'Conformant' : 'Not conformant'}: ${counts(summary)}.`
}

function counts(summary: Summary): string {
  const { pass, fail, warn, note, notApplicable, blocked, untestable, error } = summary
  return [
    ...some(fail, 'failed'),
    ...some(warn, warn === 1 ? 'warning' : 'warnings'),
    ...some(note, note === 1 ? 'note' : 'notes'),
    ...some(blocked, 'blocked'),
    ...some(error, error === 1 ? 'tool error' : 'tool errors'),
    `${pass} passed`,
    ...some(notApplicable, 'not applicable'),
    `${untestable} untestable`,
  ].join(', ')
}

function some(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
