import { type Behaviour, behaviourCheckIds, behaviours } from '../../spec/behaviours.ts'
import { matches } from '../../spec/plan.ts'
import { checkIds, requirements } from '../../spec/registry.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { UsageError } from '../fault.ts'
import { requirementGroup } from '../report/check-id.ts'
import { nearest } from './nearest.ts'

/** What has an id and checks: a requirement of the specification, or what a well-known type of plugin is documented to do. */
export type Entry = Requirement | Behaviour

/** All requirements, in the order of the specification, and then all behaviours. */
export const allEntries: readonly Entry[] = [...requirements, ...behaviours]

export function isBehaviour(entry: Entry): entry is Behaviour {
  return 'documentation' in entry
}

/** The ids of the checks of an entry: `DEL-003/three-times`, `BEHAVIOUR-bridge/host`. */
export function checksOf(entry: Entry): readonly string[] {
  return isBehaviour(entry) ? behaviourCheckIds(entry) : checkIds(entry)
}

/**
 * The entries that arguments name, in the order of the arguments and each once. An argument is an id (`DEL-003`,
 * `BEHAVIOUR-bridge`), the id of a check (`DEL-003/three-times`), a group (`DEL`) or a glob (`DEL-*`), in upper or lower case. One
 * that names nothing is a UsageError, which suggests what may have been meant.
 */
export function selectEntries(names: readonly string[]): readonly Entry[] {
  return [...new Set(names.flatMap(named))]
}

function named(name: string): readonly Entry[] {
  const glob = groups.some((group) => group === name.toUpperCase()) ? `${name}-*` : name
  const found = allEntries.filter((entry) =>
    [entry.id, ...checksOf(entry)].some((check) => matches(glob, entry, check)),
  )
  if (found.length === 0) throw new UsageError(complaint(name))
  return found
}

const groups = [...new Set(allEntries.map(({ id }) => requirementGroup(id)))]

function complaint(name: string): string {
  const suggestion = nearest(name, [...groups, ...allEntries.flatMap((entry) => [entry.id, ...checksOf(entry)])])
  const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`
  return `there is no requirement ${name}${hint}: see cni-conformance list`
}
