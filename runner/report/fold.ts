import { groupBy } from '../../spec/group-by.ts'
import type { CaseResult } from '../../spec/report.ts'
import type { Verdict } from '../../spec/verdict.ts'
import { atLeast } from '../../spec/versions.ts'

type Group<T> = readonly [T, ...T[]]

/** The same violation wherever it occurs: one check of one target, in some versions and with some configurations. */
export interface Violation {
  readonly occurrences: Group<CaseResult>
  /** The occurrence in the newest version, which stands for the others. */
  readonly shown: CaseResult
}

/** The results with a verdict, those of one check and target taken together, in the order of the first of each. */
export function foldViolations(results: readonly CaseResult[], verdict: Verdict): readonly Violation[] {
  const found = results.filter((result) => result.verdict === verdict)
  return groupBy(found, ({ target, requirement, check }) => `${target}\n${requirement}\n${check}`).map(
    (occurrences) => ({
      occurrences,
      shown: occurrences.reduce((newest, result) => (isNewer(result, newest) ? result : newest)),
    }),
  )
}

/** The results with a verdict, those with the same reason taken together, in the order of the first of each. */
export function foldReasons(results: readonly CaseResult[], verdict: Verdict): readonly Group<CaseResult>[] {
  const found = results.filter((result) => result.verdict === verdict)
  return groupBy(found, ({ message }) => message)
}

/** Where a violation occurs: `in 0.3.1, 0.4.0 with ipv4, dual-stack; in 1.0.0 with ipv6`; empty where nothing tells it apart. */
export function whereabouts({ occurrences }: Violation): string {
  const configurations = groupBy(occurrences, ({ configuration }) => configuration ?? '').map((group) => ({
    name: group[0].configuration,
    versions: group.flatMap(({ specVersion }) => specVersion ?? []).join(', '),
  }))
  return groupBy(configurations, ({ versions }) => versions)
    .map((group) => {
      const names = group.flatMap(({ name }) => name ?? []).join(', ')
      const { versions } = group[0]
      return [versions === '' ? '' : `in ${versions}`, names === '' ? '' : `with ${names}`].filter(Boolean).join(' ')
    })
    .filter(Boolean)
    .join('; ')
}

function isNewer({ specVersion }: CaseResult, other: CaseResult): boolean {
  if (specVersion === null || other.specVersion === null) return other.specVersion === null && specVersion !== null
  return specVersion !== other.specVersion && atLeast(specVersion, other.specVersion)
}
