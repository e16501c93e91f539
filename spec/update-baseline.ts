import { type Baseline, type BaselineEntry, type BaselineSubject, covers, fatesOf } from './baseline.ts'
import { groupBy } from './group-by.ts'
import type { PlannedCase } from './plan.ts'
import { isViolation } from './verdict.ts'
import { type SpecVersion, specVersions } from './versions.ts'

/** The reason of an entry that nobody has looked at. */
export const toBeReviewed = 'to be reviewed'

export interface BaselineUpdate {
  readonly baseline: Baseline
  /** Entries that are as they were. */
  readonly kept: readonly BaselineEntry[]
  /** Stale entries, which are gone. */
  readonly dropped: readonly BaselineEntry[]
  readonly added: readonly BaselineEntry[]
}

/**
 * A baseline that covers all violations of a run. Entries that are not stale stay as they are, also expired ones: how long
 * something is put up with is not for a tool to decide.
 */
export function updateBaseline(baseline: Baseline, subject: BaselineSubject): BaselineUpdate {
  const fates = fatesOf(baseline.entries, subject)
  const kept = baseline.entries.filter((entry) => fates.get(entry) !== 'stale')
  const dropped = baseline.entries.filter((entry) => fates.get(entry) === 'stale')
  const added = entriesFor(subject, kept).map((entry) => ({ ...entry, ...reviewOf(entry, baseline.entries) }))
  return { baseline: { ...baseline, entries: [...kept, ...added].sort(inOrder) }, kept, dropped, added }
}

type Unreviewed = Pick<BaselineEntry, 'target' | 'requirement' | 'specVersions'>

/** One entry for a requirement that is violated wherever it is tested, else one for each violated check with its versions. */
function entriesFor({ plan, results }: BaselineSubject, kept: readonly BaselineEntry[]): readonly Unreviewed[] {
  const violated = new Set(results.filter(({ verdict }) => isViolation(verdict)).map(({ id }) => id))
  const isNew = (planned: PlannedCase): boolean =>
    violated.has(planned.id) && !kept.some((entry) => covers(entry, planned))
  return groupBy(plan, ({ target, requirement }) => `${target} ${requirement}`).flatMap((ofRequirement) => {
    const { target, requirement } = ofRequirement[0]
    if (ofRequirement.every(isNew)) return [{ target, requirement }]
    return groupBy(ofRequirement, ({ check }) => check).flatMap((ofCheck) => {
      const unknown = ofCheck.filter(isNew)
      if (unknown.length === 0) return []
      const versions = versionsOf(unknown)
      const isEverywhere = versions.length === versionsOf(ofCheck).length
      return [{ target, requirement: ofCheck[0].check, ...(isEverywhere ? {} : { specVersions: versions }) }]
    })
  })
}

/** A check may have got another name, or the deviation have spread to another version: what is known about it is the same. */
function reviewOf(
  { target, requirement }: Unreviewed,
  former: readonly BaselineEntry[],
): Pick<BaselineEntry, 'reason' | 'issue'> {
  const found = former.find(
    (entry) => entry.target === target && withoutCheck(entry.requirement) === withoutCheck(requirement),
  )
  if (found === undefined) return { reason: toBeReviewed }
  const { reason, issue } = found
  return issue === undefined ? { reason } : { reason, issue }
}

function withoutCheck(id: string): string {
  return id.replace(/\/.*/, '')
}

function versionsOf(cases: readonly PlannedCase[]): readonly SpecVersion[] {
  return specVersions.filter((version) => cases.some(({ specVersion }) => specVersion === version))
}

/** By target, requirement and versions, so that two baselines differ only where something differs. */
function inOrder(one: BaselineEntry, other: BaselineEntry): number {
  return keyOf(one) < keyOf(other) ? -1 : 1
}

function keyOf({ target, requirement, specVersions: versions = [] }: BaselineEntry): string {
  return [target, requirement, ...versions].join('\n')
}
