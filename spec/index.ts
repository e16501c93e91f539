/**
 * The CNI specification as data.
 *
 * @module
 */
export { type Command, commands, isCommand, knowsCommand, operations } from './commands.ts'
export { type ErrorCode, errorCodes, errorMeanings, firstPluginErrorCode, isDefinedErrorCode } from './error-codes.ts'
export type { Json, JsonObject } from './json.ts'
export {
  isContainerId,
  isInterfaceName,
  isNetworkName,
  type ParameterName,
  parameterNames,
  parseArgs,
} from './parameters.ts'
export { checkIds, requirements, requirementsById } from './registry.ts'
export type {
  CaseResult,
  InvocationRecord,
  OutcomeKind,
  Report,
  ReportTarget,
  Summary,
} from './report.ts'
export {
  type Level,
  levelIn,
  levels,
  type PluginKind,
  pluginKinds,
  type Requirement,
  type Validity,
} from './requirement.ts'
export { type SectionId, sections, sectionUrl } from './sections.ts'
export { type Stand, type StandId, stands } from './stands.ts'
export { type Verdict, verdicts } from './verdict.ts'
export {
  atLeast,
  isSpecVersion,
  type ResultGeneration,
  resultGeneration,
  type SpecVersion,
  specVersions,
} from './versions.ts'
