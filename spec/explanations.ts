import type { Explanation } from './explanation.ts'
import { addExplanations } from './explanations/section-2-add.ts'
import { delExplanations } from './explanations/section-2-del.ts'
import { errorExplanations } from './explanations/section-2-errors.ts'
import { parameterExplanations } from './explanations/section-2-parameters.ts'
import { versionExplanations } from './explanations/section-2-version.ts'
import { delegationExplanations } from './explanations/section-4-delegation.ts'
import { errorObjectExplanations } from './explanations/section-5-error.ts'
import { resultExplanations } from './explanations/section-5-results.ts'
import type { TestedRequirementId } from './registry.ts'

/** One for each requirement that is tested: a missing one does not compile. */
const complete: Readonly<Record<TestedRequirementId, Explanation>> = {
  ...parameterExplanations,
  ...errorExplanations,
  ...addExplanations,
  ...delExplanations,
  ...versionExplanations,
  ...delegationExplanations,
  ...resultExplanations,
  ...errorObjectExplanations,
}

/** The explanations of the tested requirements, by id. */
export const explanations: ReadonlyMap<string, Explanation> = new Map(Object.entries(complete))
