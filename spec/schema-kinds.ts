import { atLeast, type SpecVersion } from './versions.ts'

/** The documents that have a schema. */
export const schemaKinds = ['add-result', 'ipam-result', 'version-result', 'error'] as const

export type SchemaKind = (typeof schemaKinds)[number]

const since: Readonly<Record<SchemaKind, SpecVersion>> = {
  'add-result': '0.1.0',
  'ipam-result': '0.1.0',
  'version-result': '0.2.0',
  error: '0.1.0',
}

/** Whether a version of the specification knows a document, and so has a schema for it. */
export function hasSchema(version: SpecVersion, kind: SchemaKind): boolean {
  return atLeast(version, since[kind])
}
