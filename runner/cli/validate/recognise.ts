import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import type { SchemaKind } from '../../../spec/schema-kinds.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../../spec/versions.ts'

/** What a document was taken for, and why: a clause such as "it has plugins". */
export interface Recognised<T> {
  readonly value: T
  readonly reason: string
}

/** Guesses the kind of a document from its keys, and from the name of its file; undefined when neither says anything. */
export function recogniseKind(document: JsonObject, file: string): Recognised<SchemaKind> | undefined {
  const has = (...names: readonly string[]) => names.filter((name) => document[name] !== undefined)
  const since = (value: SchemaKind, names: readonly string[]) => ({ value, reason: `it has ${words(names)}` })
  const [forPlugins, forVersions, forError] = [has('plugins'), has('supportedVersions'), has('code', 'msg')]
  const forResult = has('ip4', 'ip6', 'ips', 'interfaces')
  if (forPlugins.length > 0) return since('network-config-list', forPlugins)
  if (document.type !== undefined) return recogniseConfiguration(has, file)
  if (forVersions.length > 0) return since('version-result', forVersions)
  if (forResult.length > 0) return since('add-result', forResult)
  if (forError.length > 0) return since('error', forError)
  if (file.endsWith('.conflist')) return { value: 'network-config-list', reason: 'it is a .conflist file' }
  if (file.endsWith('.conf')) return { value: 'network-config', reason: 'it is a .conf file' }
  return undefined
}

/** With `type`: what an administrator writes, or what a runtime has made of that. */
function recogniseConfiguration(
  has: (...names: readonly string[]) => readonly string[],
  file: string,
): Recognised<SchemaKind> {
  const reason = (names: readonly string[]) => `it has ${words(['type', ...names])}`
  if (file.endsWith('.conf')) return { value: 'network-config', reason: 'it is a .conf file with type' }
  const ofGc = has('cni.dev/valid-attachments', 'cni.dev/attachments')
  if (ofGc.length > 0) return { value: 'gc-request', reason: reason(ofGc) }
  const ofAdd = has('runtimeConfig', 'prevResult')
  return { value: ofAdd.length > 0 ? 'add-request' : 'network-config', reason: reason(ofAdd) }
}

/** Guesses the version that a document follows. One that does not say has the version that its form speaks for. */
export function recogniseVersion(kind: SchemaKind, document: JsonObject): Recognised<SpecVersion> {
  const { cniVersion, cniVersions } = document
  if (isSpecVersion(cniVersion)) return { value: cniVersion, reason: 'cniVersion says so' }
  const near = nearestVersion(cniVersion)
  if (near !== undefined) return { value: near, reason: `its cniVersion is probably meant to be that` }
  const listed = newestOf(cniVersions)
  if (listed !== undefined) return { value: listed, reason: 'it is the newest of cniVersions' }
  if (cniVersion !== undefined) return { value: newest, reason: 'its cniVersion is no version, so the newest is taken' }
  return withoutVersion(kind, document)
}

/** A configuration without a version is one of the first (stand A-28), and so is a result with `ip4` or `ip6`. */
function withoutVersion(kind: SchemaKind, { ip4, ip6, ips }: JsonObject): Recognised<SpecVersion> {
  if (kind === 'network-config') return { value: '0.1.0', reason: 'it has no cniVersion, which means 0.1.0' }
  if (ip4 !== undefined || ip6 !== undefined) return { value: '0.1.0', reason: 'it has no cniVersion, but ip4 or ip6' }
  if (Array.isArray(ips) && ips.some((ip: Json) => isJsonObject(ip) && ip.version !== undefined)) {
    return { value: '0.4.0', reason: 'it has no cniVersion, but an IP version at its addresses' }
  }
  return { value: newest, reason: 'it has no cniVersion, so the newest is taken' }
}

const newest: SpecVersion = '1.1.0'

/** The version that was probably meant: `v1.0.0`, `1.0` and the number 1 mean 1.0.0. */
export function nearestVersion(text: Json | undefined): SpecVersion | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined
  const numbers = /^v?(\d+(?:\.\d+){0,2})$/i.exec(String(text).trim())?.[1]?.split('.') ?? []
  return specVersions.find((version) => version === [...numbers, '0', '0'].slice(0, 3).join('.'))
}

function newestOf(versions: Json | undefined): SpecVersion | undefined {
  return Array.isArray(versions) ? specVersions.findLast((version) => versions.includes(version)) : undefined
}

/** `type and prevResult`, `ip4, ip6 and ips`. */
function words(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
