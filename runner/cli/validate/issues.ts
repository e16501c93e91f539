import type { JsonObject } from '../../../spec/json.ts'
import type { PluginType } from '../../../spec/plugin-types.ts'
import { hasSchema, type SchemaKind } from '../../../spec/schema-kinds.ts'
import type { Issue } from '../../../spec/validate.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../../spec/versions.ts'
import { validate, validatePlugin } from '../../schemas.ts'
import { pluginObjects, wellKnownKeys } from './plugin-objects.ts'
import { nearestVersion } from './recognise.ts'

/** An issue of a document, and the well-known plugin that makes it one, where the specification does not. */
export interface DocumentIssue extends Issue {
  readonly plugin?: PluginType
}

/** Everything that makes a document not valid. */
export function documentIssues(kind: SchemaKind, version: SpecVersion, document: JsonObject): readonly DocumentIssue[] {
  const ownIssues = [...versionIssues(kind, document), ...existenceIssues(kind, version)]
  const schemaVersion = versionOfSchema(kind, version)
  if (schemaVersion === undefined) return ownIssues
  // What is wrong with cniVersion has been said, so that the rest can be judged as if it were right.
  const corrected = ownIssues.length > 0 ? { ...document, cniVersion: schemaVersion } : document
  const schemaIssues = validate(kind, schemaVersion, corrected)
  return [...ownIssues, ...schemaIssues, ...surplus(pluginIssues(kind, document), schemaIssues)]
}

/** Kinds whose cniVersion is the version that the document follows, and not one that it tells of. */
function followsItsVersion(kind: SchemaKind): boolean {
  return kind !== 'error' && kind !== 'version-result' && kind !== 'version-request'
}

function versionIssues(kind: SchemaKind, { cniVersion }: JsonObject): readonly Issue[] {
  if (cniVersion === undefined || isSpecVersion(cniVersion) || !followsItsVersion(kind)) return []
  const near = nearestVersion(cniVersion)
  const advice = near === undefined ? `there are ${specVersions.join(', ')}` : `did you mean "${near}"?`
  const message = `cniVersion is ${JSON.stringify(cniVersion)}, which is no version of the specification: ${advice}`
  return [{ pointer: '/cniVersion', message, keyword: 'cni-version' }]
}

function existenceIssues(kind: SchemaKind, version: SpecVersion): readonly Issue[] {
  if (hasSchema(version, kind)) return []
  const having = specVersions.filter((each) => hasSchema(each, kind))
  const message =
    kind === 'network-config'
      ? `CNI ${version} has no configuration of a single plugin any more: put the plugin into a list, as in {"cniVersion": "${version}", "name": …, "plugins": [{"type": …}]}, in a file that ends in .conflist`
      : `CNI ${version} has no ${kind}: it is in the versions ${having.join(', ')}`
  return [{ pointer: kind === 'network-config' ? '' : '/cniVersion', message, keyword: 'kind' }]
}

/** A single configuration is judged by the last version that has it; other kinds only by their own version. */
function versionOfSchema(kind: SchemaKind, version: SpecVersion): SpecVersion | undefined {
  if (hasSchema(version, kind)) return version
  return kind === 'network-config' ? specVersions.findLast((each) => hasSchema(each, kind)) : undefined
}

function pluginIssues(kind: SchemaKind, document: JsonObject): readonly DocumentIssue[] {
  if (!isConfiguration(kind)) return []
  return pluginObjects(document)
    .flatMap(wellKnownKeys)
    .flatMap(({ type, pointer }) =>
      validatePlugin(type, document, pointer).map((issue) => ({ ...issue, plugin: type })),
    )
}

/** Kinds that have plugin configuration objects, or are one. */
export function isConfiguration(kind: SchemaKind): boolean {
  return kind.startsWith('network-config') || (kind.endsWith('-request') && kind !== 'version-request')
}

/** What the specification says already, a plugin need not say again. */
function surplus(issues: readonly DocumentIssue[], others: readonly Issue[]): readonly DocumentIssue[] {
  return issues.filter(
    ({ pointer, keyword }) => !others.some((other) => other.pointer === pointer && other.keyword === keyword),
  )
}
