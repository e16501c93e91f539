import type { Requirement } from './requirement.ts'
import { runtimeConfigurationRequirements } from './requirements/runtime-section-1.ts'
import { runtimeProtocolRequirements } from './requirements/runtime-section-2.ts'
import {
  runtimeLifecycleRequirements,
  runtimeProcedureRequirements,
  runtimeRequestRequirements,
} from './requirements/runtime-section-3.ts'
import { configurationRequirements, keyRequirements } from './requirements/section-1-configuration.ts'
import { addRequirements } from './requirements/section-2-add.ts'
import { checkRequirements } from './requirements/section-2-check.ts'
import { delRequirements } from './requirements/section-2-del.ts'
import { errorRequirements } from './requirements/section-2-errors.ts'
import { gcRequirements } from './requirements/section-2-gc.ts'
import { parameterRequirements } from './requirements/section-2-parameters.ts'
import { statusRequirements } from './requirements/section-2-status.ts'
import { versionRequirements } from './requirements/section-2-version.ts'
import { concurrencyRequirements } from './requirements/section-3-concurrency.ts'
import { lifecycleRequirements } from './requirements/section-3-lifecycle.ts'
import { delegationRequirements } from './requirements/section-4-delegation.ts'
import { errorObjectRequirements } from './requirements/section-5-error.ts'
import { resultRequirements } from './requirements/section-5-results.ts'

const rows = [
  ...configurationRequirements,
  ...keyRequirements,
  ...parameterRequirements,
  ...errorRequirements,
  ...addRequirements,
  ...delRequirements,
  ...checkRequirements,
  ...statusRequirements,
  ...versionRequirements,
  ...gcRequirements,
  ...concurrencyRequirements,
  ...lifecycleRequirements,
  ...delegationRequirements,
  ...resultRequirements,
  ...errorObjectRequirements,
  ...runtimeConfigurationRequirements,
  ...runtimeProtocolRequirements,
  ...runtimeLifecycleRequirements,
  ...runtimeProcedureRequirements,
  ...runtimeRequestRequirements,
] as const

type Row = (typeof rows)[number]

export type RequirementId = Row['id']

/** The rows that checks test. */
type TestedRow = Exclude<Row, { readonly untested: string }>

export type TestedRequirementId = TestedRow['id']

/**
 * `ADD-001` where one check tests the requirement, `DEL-003/three-times` where each of several has a name, and
 * `DEL-002/generated` for the one that makes requests at random.
 */
export type CheckId =
  | {
      [R in TestedRow as R['id']]: R['checks'] extends readonly [] ? R['id'] : `${R['id']}/${R['checks'][number]}`
    }[TestedRequirementId]
  | `${Extract<TestedRow, { readonly generated: true }>['id']}/generated`

/** All requirements, in the order of the specification. */
export const requirements: readonly Requirement[] = rows

/** The requirements that a plugin can be judged by: those that a check tests. */
export const testedRequirements: readonly Requirement[] = requirements.filter(({ untested }) => untested === undefined)

/** The requirements by id. */
export const requirementsById: ReadonlyMap<string, Requirement> = new Map(rows.map((row) => [row.id, row]))

/** The ids of the checks of a requirement, in the form that suites name them by. */
export function checkIds(requirement: Requirement): readonly string[] {
  return [...ordinaryCheckIds(requirement), ...generatedCheckIds(requirement)]
}

/** Those that every run has. */
export function ordinaryCheckIds({ id, checks, untested }: Requirement): readonly string[] {
  if (untested !== undefined) return []
  return checks.length === 0 ? [id] : checks.map((name) => `${id}/${name}`)
}

/** Those that make requests at random. */
export function generatedCheckIds({ id, generated, untested }: Requirement): readonly string[] {
  return generated && untested === undefined ? [`${id}/generated`] : []
}
