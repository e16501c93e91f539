import type { CaseResult, Summary } from './report.ts'
import type { Verdict } from './verdict.ts'

/** Counts the verdicts of a run. */
export function summarise(results: readonly Pick<CaseResult, 'verdict'>[]): Summary {
  const count = (wanted: Verdict): number => results.filter(({ verdict }) => verdict === wanted).length
  return {
    planned: results.length,
    pass: count('pass'),
    fail: count('fail'),
    warn: count('warn'),
    note: count('note'),
    notApplicable: count('not-applicable'),
    blocked: count('blocked'),
    untestable: count('untestable'),
    notRun: count('not-run'),
    error: count('error'),
  }
}
