import type { BaselineOutcome, CaseResult } from './report.ts'
import type { Level } from './requirement.ts'
import { failingVerdicts } from './verdict.ts'

/** The verdict on a whole run. */
export interface Judgement {
  /** No violation counts, and everything was run. A baseline changes nothing about that. */
  readonly conformant: boolean
  /**
   * Conformant, or no violation counts that the baseline does not know; no entry of the baseline is stale; and behaviours are as
   * documented, where what is less than a must counts.
   */
  readonly acceptable: boolean
}

type Judged = Pick<CaseResult, 'verdict' | 'known' | 'group'>

/** Judges a run in which violations count from the level `lowest` on. */
export function judge(results: readonly Judged[], lowest: Level, baseline: BaselineOutcome | null): Judgement {
  const failing = failingVerdicts(lowest)
  const isComplete = results.every(({ verdict }) => verdict !== 'not-run')
  return {
    conformant:
      isComplete && !results.some(({ verdict, group }) => group === 'specification' && failing.includes(verdict)),
    acceptable:
      isComplete &&
      !results.some(({ verdict, known }) => known === null && failing.includes(verdict)) &&
      (baseline === null || baseline.stale.length === 0),
  }
}
