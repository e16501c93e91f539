import { behavioursById } from '../../spec/behaviours.ts'
import type { PlannedCase } from '../../spec/plan.ts'
import { requirementsById } from '../../spec/registry.ts'
import type { CaseResult } from '../../spec/report.ts'
import { grade, isViolation } from '../../spec/verdict.ts'
import type { CaseEnding } from '../engine/ending.ts'

/** The results of a run, one for each planned case, and what is wrong with the run itself. */
export interface Joined {
  readonly results: readonly CaseResult[]
  readonly distrust: readonly string[]
}

export interface JoinOptions {
  /** Contested requirements count as written. */
  readonly strict: boolean
  /** The run was ended early, on purpose: what has no ending was not run. */
  readonly stopped: boolean
}

/**
 * Gives every planned case its verdict. A case without an ending, an ending without a case, and two endings of one case all
 * mean that the run did not go as planned.
 */
export function join(plan: readonly PlannedCase[], endings: readonly CaseEnding[], options: JoinOptions): Joined {
  const byId = new Map<string, CaseEnding>()
  const repeated = new Set<string>()
  for (const ending of endings) {
    if (byId.has(ending.caseId)) repeated.add(ending.caseId)
    byId.set(ending.caseId, ending)
  }
  const results = plan.map((planned) => resultOf(planned, byId.get(planned.id), options))
  const planned = new Set(plan.map(({ id }) => id))
  const unplanned = [...byId.keys()].filter((id) => !planned.has(id))
  const missing = options.stopped ? [] : plan.filter(({ id, excuse }) => excuse === undefined && !byId.has(id))
  const faulty = results.filter(({ verdict }) => verdict === 'error').length - missing.length
  return {
    results,
    distrust: [
      ...count(missing.length, 'planned case has no result', 'planned cases have no result', missing[0]?.id),
      ...count(
        unplanned.length,
        'result belongs to no planned case',
        'results belong to no planned case',
        unplanned[0],
      ),
      ...count(repeated.size, 'case has two results', 'cases have two results', [...repeated][0]),
      ...count(faulty, 'case ended with an error of this tool', 'cases ended with an error of this tool', undefined),
      // What a run that was stopped would have found next may be the cause.
      ...(options.stopped ? [] : blockedWithoutCause(results)),
    ],
  }
}

function resultOf(planned: PlannedCase, ending: CaseEnding | undefined, { strict, stopped }: JoinOptions): CaseResult {
  const base = {
    id: planned.id,
    requirement: planned.requirement,
    level: planned.level,
    contested: planned.contested,
    group: planned.group,
    target: planned.target,
    specVersion: planned.specVersion,
    check: planned.check.slice(planned.requirement.length + 1),
    configuration: planned.configuration,
    known: null,
  }
  const nothing = { expected: null, actual: null, durationMs: 0, invocations: [], reproducer: null }
  const title = titleOf(planned)
  if (planned.excuse !== undefined) {
    return { ...base, ...nothing, title, verdict: planned.excuse.verdict, message: planned.excuse.reason }
  }
  if (ending === undefined) {
    return stopped
      ? { ...base, ...nothing, title, verdict: 'not-run', message: 'the run was stopped at a failure' }
      : { ...base, ...nothing, title, verdict: 'error', message: 'the check did not report a result' }
  }
  return {
    ...base,
    title: `the plugin ${ending.title}`,
    verdict: grade(ending.finding, { ...planned, strict }),
    message: ending.message,
    expected: ending.expected,
    actual: ending.actual,
    durationMs: ending.durationMs,
    invocations: ending.evidence?.invocations ?? [],
    reproducer: ending.evidence?.reproducer ?? null,
  }
}

/** What is demanded, where there is no check that says what it asserts. */
function titleOf({ requirement, check }: PlannedCase): string {
  const behaviour = behavioursById.get(requirement)?.checks.get(check.slice(requirement.length + 1))
  return behaviour === undefined
    ? (requirementsById.get(requirement)?.statement ?? requirement)
    : `the plugin ${behaviour}`
}

/** A case is blocked by a failure of its target. When nothing failed, the cause was left out of the selection. */
function blockedWithoutCause(results: readonly CaseResult[]): readonly string[] {
  const accused = new Set(results.filter(({ verdict }) => isViolation(verdict)).map(({ target }) => target))
  const [first, ...more] = results.filter(({ verdict, target }) => verdict === 'blocked' && !accused.has(target))
  if (first === undefined) return []
  return [`${first.id}${more.length === 0 ? '' : ` and ${more.length} more`} could not be judged: ${first.message}`]
}

function count(n: number, one: string, many: string, example: string | undefined): readonly string[] {
  if (n === 0) return []
  return [`${n} ${n === 1 ? one : many}${example === undefined ? '' : `, such as ${example}`}`]
}
