import { judge } from '../../../spec/judgement.ts'
import type { PlannedCase } from '../../../spec/plan.ts'
import type { Level } from '../../../spec/requirement.ts'
import type { CaseEnding } from '../../engine/ending.ts'
import { join } from '../../report/join.ts'
import { type BaselineRequest, compare } from './baseline.ts'

interface FailureOptions {
  readonly planned: readonly PlannedCase[]
  readonly strict: boolean
  readonly level: Level
  readonly baseline: BaselineRequest | undefined
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
}

/** Tells whether a case ended in a way that fails the run: what `--bail` stops at. What the baseline knows does not. */
export function failureDetector({ planned, strict, level, baseline, today }: FailureOptions) {
  const byId = new Map(planned.map((each) => [each.id, each]))
  return (ending: CaseEnding): boolean => {
    const found = byId.get(ending.caseId)
    if (found === undefined) return false
    const { results } = join([found], [ending], { strict, stopped: false })
    return !judge(compare(baseline, { plan: [found], results }, today).results, level, null).acceptable
  }
}
