/**
 * The CNI specification as data.
 *
 * @module
 */
export type { Baseline, BaselineEntry } from './baseline.ts'
export { type Command, commands, isCommand, knowsCommand, operations } from './commands.ts'
export { type Conversion, convertResult, type Obstacle } from './convert-result.ts'
export { type Coverage, coverageOf, type Finding } from './coverage/compare.ts'
export { type Fingerprint, fingerprintsOf } from './coverage/fingerprint.ts'
export { readSentences, type Sentence } from './coverage/read-sentences.ts'
export { type ErrorCode, errorCodes, errorMeanings, firstPluginErrorCode, isDefinedErrorCode } from './error-codes.ts'
export type { Json, JsonObject } from './json.ts'
export { type KnownSentence, type TextId, texts } from './known-sentence.ts'
export {
  isContainerId,
  isInterfaceName,
  isNetworkName,
  type ParameterName,
  parameterNames,
  parseArgs,
} from './parameters.ts'
export {
  type CheckId,
  checkIds,
  type RequirementId,
  requirements,
  requirementsById,
  type TestedRequirementId,
  testedRequirements,
} from './registry.ts'
export type {
  BaselineOutcome,
  CaseResult,
  InvocationRecord,
  KnownDeviation,
  OutcomeKind,
  Report,
  ReportTarget,
  Summary,
} from './report.ts'
export {
  type Addressee,
  type Level,
  levelIn,
  levels,
  type PluginKind,
  pluginKinds,
  type Requirement,
  type Validity,
} from './requirement.ts'
export { hasSchema, type SchemaKind, schemaKinds } from './schema-kinds.ts'
export { type SectionId, sections, sectionUrl } from './sections.ts'
export { knownSentences } from './sentences.ts'
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
export type { Issue } from './validate.ts'
export { type Verdict, verdicts } from './verdict.ts'
export {
  atLeast,
  isSpecVersion,
  type ResultGeneration,
  resultGeneration,
  type SpecVersion,
  specVersions,
} from './versions.ts'
