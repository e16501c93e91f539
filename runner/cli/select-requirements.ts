import { matches } from '../../spec/plan.ts'
import { checkIds, requirements } from '../../spec/registry.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { UsageError } from '../fault.ts'
import { requirementGroup } from '../report/check-id.ts'
import { nearest } from './nearest.ts'

/**
 * The requirements that arguments name, in the order of the arguments and each once. An argument is an id (`DEL-003`), the id of
 * a check (`DEL-003/three-times`), a group (`DEL`) or a glob (`DEL-*`), in upper or lower case. One that names nothing is a
 * UsageError, which suggests what may have been meant.
 */
export function selectRequirements(names: readonly string[]): readonly Requirement[] {
  return [...new Set(names.flatMap(named))]
}

function named(name: string): readonly Requirement[] {
  const glob = groups.some((group) => group === name.toUpperCase()) ? `${name}-*` : name
  const found = requirements.filter((requirement) =>
    [requirement.id, ...checkIds(requirement)].some((check) => matches(glob, requirement, check)),
  )
  if (found.length === 0) throw new UsageError(complaint(name))
  return found
}

const groups = [...new Set(requirements.map(({ id }) => requirementGroup(id)))]

function complaint(name: string): string {
  const ids = requirements.flatMap((requirement) => [requirement.id, ...checkIds(requirement)])
  const suggestion = nearest(name, [...groups, ...ids])
  const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`
  return `there is no requirement ${name}${hint}: see cni-conformance list`
}
