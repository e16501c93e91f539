import type { Level } from './requirement.ts'

/**
 * What is said about one case:
 * `pass`; `fail` a must is broken; `warn` a should or a contested must is; `note` a may is; `not-applicable` it makes no sense
 * for this target, with the reason; `blocked` what it builds on failed already; `untestable` the machine lacks something;
 * `not-run` the run was stopped before; `error` the tool itself is at fault.
 */
export const verdicts = [
  'pass',
  'fail',
  'warn',
  'note',
  'not-applicable',
  'blocked',
  'untestable',
  'not-run',
  'error',
] as const

export type Verdict = (typeof verdicts)[number]

/** How a check ended, before the level of its requirement is looked at. */
export type Finding = 'kept' | 'violated' | 'not-applicable' | 'blocked' | 'untestable' | 'error'

interface Grading {
  readonly level: Level
  readonly contested: boolean
  /** Contested requirements count as written. */
  readonly strict: boolean
}

export function grade(finding: Finding, { level, contested, strict }: Grading): Verdict {
  if (finding === 'kept') return 'pass'
  if (finding !== 'violated') return finding
  if (level === 'may') return 'note'
  return level === 'should' || (contested && !strict) ? 'warn' : 'fail'
}

const violations: readonly Verdict[] = ['fail', 'warn', 'note']

/** Whether a verdict says that the requirement is not kept, whatever its level. */
export function isViolation(verdict: Verdict): boolean {
  return violations.includes(verdict)
}

/** The verdicts that make a run fail when violations count from `lowest` on. */
export function failingVerdicts(lowest: Level): readonly Verdict[] {
  return violations.slice(0, ['must', 'should', 'may'].indexOf(lowest) + 1)
}
