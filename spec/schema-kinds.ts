import { atLeast, type SpecVersion } from './versions.ts'

/** The documents that have a schema. */
export const schemaKinds = [
  'network-config',
  'network-config-list',
  'add-request',
  'del-request',
  'check-request',
  'status-request',
  'version-request',
  'gc-request',
  'add-result',
  'ipam-result',
  'version-result',
  'error',
] as const

export type SchemaKind = (typeof schemaKinds)[number]

/** The first version that knows a document and, where a later one dropped it, the last. */
interface Lifetime {
  readonly since: SpecVersion
  readonly until?: SpecVersion
}

const lifetimes: Readonly<Record<SchemaKind, Lifetime>> = {
  // From then on a network is always a list of plugins.
  'network-config': { since: '0.1.0', until: '0.4.0' },
  'network-config-list': { since: '0.3.0' },
  'add-request': { since: '0.1.0' },
  'del-request': { since: '0.1.0' },
  'check-request': { since: '0.4.0' },
  'status-request': { since: '1.1.0' },
  // Before, VERSION had no input.
  'version-request': { since: '1.0.0' },
  'gc-request': { since: '1.1.0' },
  'add-result': { since: '0.1.0' },
  'ipam-result': { since: '0.1.0' },
  'version-result': { since: '0.2.0' },
  error: { since: '0.1.0' },
}

/** Whether a version of the specification knows a document, and so has a schema for it. */
export function hasSchema(version: SpecVersion, kind: SchemaKind): boolean {
  const { since, until } = lifetimes[kind]
  return atLeast(version, since) && (until === undefined || atLeast(until, version))
}
