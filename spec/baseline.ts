import type { PlannedCase } from './plan.ts'
import type { BaselineOutcome, CaseResult } from './report.ts'
import { isViolation } from './verdict.ts'
import type { SpecVersion } from './versions.ts'

/** A deviation that somebody has looked at: violations that it covers do not fail a run. */
export interface BaselineEntry {
  /** The name of the target. */
  readonly target: string
  /** The id of a requirement or a behaviour, or of one of its checks. */
  readonly requirement: string
  /** The versions in which the target deviates; absent where it does in all of them. */
  readonly specVersions?: readonly SpecVersion[]
  readonly reason: string
  /** Address of a public report. */
  readonly issue?: string
  /** The last day on which it excuses anything: `YYYY-MM-DD`, UTC. */
  readonly expires?: string
}

/** The known deviations of a published set of plugins. */
export interface Baseline {
  /** Where its schema is, for editors. */
  readonly $schema?: string
  readonly format: 'cni-conformance/baseline'
  readonly formatVersion: 1
  readonly plugins: { readonly name: string; readonly version: string }
  readonly entries: readonly BaselineEntry[]
}

/** What a run has found, and what it would have had to look at for judging every entry. */
export interface BaselineSubject {
  /** The plan without any selection: an entry whose cases were not all run cannot be found stale. */
  readonly plan: readonly PlannedCase[]
  readonly results: readonly CaseResult[]
}

export interface Applied {
  /** The results with their verdicts as they were. Those that an entry covers are marked as known. */
  readonly results: readonly CaseResult[]
  readonly outcome: BaselineOutcome
}

/**
 * Marks the violations that are known, and finds the entries that nothing needs any more.
 *
 * @param today `YYYY-MM-DD`, UTC
 */
export function applyBaseline({ plugins, entries }: Baseline, subject: BaselineSubject, today: string): Applied {
  const planned = new Map(subject.plan.map((each) => [each.id, each]))
  const current = entries.filter((entry) => !isExpired(entry, today))
  const results = subject.results.map((result) => marked(result, planned.get(result.id), current))
  const fates = fatesOf(entries, subject)
  return {
    results,
    outcome: {
      plugins,
      known: results.filter(({ known }) => known !== null).length,
      stale: entries.filter((entry) => fates.get(entry) === 'stale'),
      expired: entries.filter((entry) => fates.get(entry) === 'needed' && isExpired(entry, today)),
    },
  }
}

/**
 * What a run says about an entry: `needed`, some violation is covered by it; `stale`, all cases that it covers were run, and
 * they passed or did not apply; `undecided`, neither. What is blocked or untestable may hide the deviation.
 */
export type Fate = 'needed' | 'stale' | 'undecided'

export function fatesOf(
  entries: readonly BaselineEntry[],
  { plan, results }: BaselineSubject,
): ReadonlyMap<BaselineEntry, Fate> {
  const verdicts = new Map(results.map(({ id, verdict }) => [id, verdict]))
  return new Map(entries.map((entry) => [entry, fateOf(entry)]))

  function fateOf(entry: BaselineEntry): Fate {
    const found = plan.filter((planned) => covers(entry, planned)).map(({ id }) => verdicts.get(id))
    if (found.some((verdict) => verdict !== undefined && isViolation(verdict))) return 'needed'
    const isFixed = found.every((verdict) => verdict === 'pass' || verdict === 'not-applicable')
    return isFixed && found.includes('pass') ? 'stale' : 'undecided'
  }
}

/** Whether an entry is about a case, whatever came of it. */
export function covers({ target, requirement, specVersions }: BaselineEntry, planned: PlannedCase): boolean {
  return (
    target === planned.target &&
    (requirement === planned.requirement || requirement === planned.check) &&
    (specVersions === undefined || (planned.specVersion !== null && specVersions.includes(planned.specVersion)))
  )
}

function marked(result: CaseResult, planned: PlannedCase | undefined, entries: readonly BaselineEntry[]): CaseResult {
  if (planned === undefined || !isViolation(result.verdict)) return result
  const entry = entries.find((candidate) => covers(candidate, planned))
  if (entry === undefined) return result
  const { reason, issue = null, expires = null } = entry
  return { ...result, known: { reason, issue, expires } }
}

/** Dates in this form are in the order of the alphabet. */
function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires !== undefined && expires < today
}
