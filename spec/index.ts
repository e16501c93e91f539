/**
 * The CNI specification as data.
 *
 * @module
 */
export { type Command, commands, isCommand, knowsCommand, operations } from './commands.ts'
export { type Conversion, convertResult, type Obstacle } from './convert-result.ts'
export { type ErrorCode, errorCodes, errorMeanings, firstPluginErrorCode, isDefinedErrorCode } from './error-codes.ts'
export { createGuard } from './is-valid.ts'
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
export type {
  Capabilities,
  Ipam,
  NetworkConfig,
  NetworkConfigList,
  PluginConfig,
} from './types/configuration.ts'
export type {
  Args,
  Bandwidth,
  IpRange,
  Label,
  PortMapping,
  RuntimeConfig,
  RuntimeDns,
} from './types/conventions.ts'
export type { Dns } from './types/dns.ts'
export type { DocumentOf } from './types/document.ts'
export type {
  AddRequest,
  CheckRequest,
  DelRequest,
  GcRequest,
  StatusRequest,
  ValidAttachment,
  VersionRequest,
} from './types/request.ts'
export type {
  AddResult,
  AllocatedIp,
  CniError,
  FamilyConfiguration,
  Interface,
  Ip,
  IpamResult,
  Route,
  VersionResult,
} from './types/result.ts'
export type { Since } from './types/since.ts'
export { type Verdict, verdicts } from './verdict.ts'
export {
  atLeast,
  isSpecVersion,
  type ResultGeneration,
  resultGeneration,
  type SpecVersion,
  specVersions,
} from './versions.ts'
