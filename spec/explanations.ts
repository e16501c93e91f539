import type { AllExplanations, Explanation } from './explanation.ts'
import { runtimeConfigurationExplanations } from './explanations/runtime-section-1.ts'
import { runtimeProtocolExplanations } from './explanations/runtime-section-2.ts'
import {
  runtimeLifecycleExplanations,
  runtimeProcedureExplanations,
  runtimeRequestExplanations,
} from './explanations/runtime-section-3.ts'
import { configurationExplanations, keyExplanations } from './explanations/section-1-configuration.ts'
import { addExplanations } from './explanations/section-2-add.ts'
import { checkExplanations } from './explanations/section-2-check.ts'
import { delExplanations } from './explanations/section-2-del.ts'
import { errorExplanations } from './explanations/section-2-errors.ts'
import { gcExplanations } from './explanations/section-2-gc.ts'
import { parameterExplanations } from './explanations/section-2-parameters.ts'
import { statusExplanations } from './explanations/section-2-status.ts'
import { versionExplanations } from './explanations/section-2-version.ts'
import { concurrencyExplanations } from './explanations/section-3-concurrency.ts'
import { lifecycleExplanations } from './explanations/section-3-lifecycle.ts'
import { delegationExplanations } from './explanations/section-4-delegation.ts'
import { errorObjectExplanations } from './explanations/section-5-error.ts'
import { resultExplanations } from './explanations/section-5-results.ts'

/** One for each requirement: a missing one does not compile. */
const complete: AllExplanations = {
  ...configurationExplanations,
  ...keyExplanations,
  ...parameterExplanations,
  ...errorExplanations,
  ...addExplanations,
  ...delExplanations,
  ...checkExplanations,
  ...statusExplanations,
  ...versionExplanations,
  ...gcExplanations,
  ...concurrencyExplanations,
  ...lifecycleExplanations,
  ...delegationExplanations,
  ...resultExplanations,
  ...errorObjectExplanations,
  ...runtimeConfigurationExplanations,
  ...runtimeProtocolExplanations,
  ...runtimeLifecycleExplanations,
  ...runtimeProcedureExplanations,
  ...runtimeRequestExplanations,
}

/** The explanations of all requirements, by id. */
export const explanations: ReadonlyMap<string, Explanation> = new Map(Object.entries(complete))
