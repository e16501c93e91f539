import type { Requirement } from './requirement.ts'
import { addRequirements } from './requirements/section-2-add.ts'
import { delRequirements } from './requirements/section-2-del.ts'
import { errorRequirements } from './requirements/section-2-errors.ts'
import { parameterRequirements } from './requirements/section-2-parameters.ts'
import { versionRequirements } from './requirements/section-2-version.ts'
import { delegationRequirements } from './requirements/section-4-delegation.ts'
import { errorObjectRequirements } from './requirements/section-5-error.ts'
import { resultRequirements } from './requirements/section-5-results.ts'

const rows = [
  ...parameterRequirements,
  ...errorRequirements,
  ...addRequirements,
  ...delRequirements,
  ...versionRequirements,
  ...delegationRequirements,
  ...resultRequirements,
  ...errorObjectRequirements,
] as const

type Row = (typeof rows)[number]

export type RequirementId = Row['id']

/** `ADD-001` where one check tests the requirement, `DEL-003/three-times` where each of several has a name. */
export type CheckId = {
  [R in Row as R['id']]: R['checks'] extends readonly [] ? R['id'] : `${R['id']}/${R['checks'][number]}`
}[RequirementId]

/** All requirements, in the order of the specification. */
export const requirements: readonly Requirement[] = rows

/** The requirements by id. */
export const requirementsById: ReadonlyMap<string, Requirement> = new Map(rows.map((row) => [row.id, row]))

/** The ids of the checks of a requirement, in the form that suites name them by. */
export function checkIds({ id, checks }: Requirement): readonly string[] {
  return checks.length === 0 ? [id] : checks.map((name) => `${id}/${name}`)
}
