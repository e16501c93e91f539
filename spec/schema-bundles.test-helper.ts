import { readSchema } from '../runner/schemas.ts'
import type { JsonObject } from './json.ts'
import { type SchemaCase, schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, schemaKinds } from './schema-kinds.ts'
import { type SpecVersion, specVersions } from './versions.ts'

/** What a version has: all schemas that it uses by place, and the documents that they are for. */
export interface Bundle {
  readonly version: SpecVersion
  readonly schemas: ReadonlyMap<string, JsonObject>
  readonly documents: readonly Document[]
}

/** A document, by the place of its schema, and the cases that judge the schema. */
export interface Document {
  readonly place: string
  readonly cases: readonly SchemaCase[]
}

/** The place of the schemas that all versions share. */
export const conventions = 'conventions/definitions.schema.json'

/** The `$id` of the schema at a place. */
export function idOf(place: string): string {
  return `https://cni-conformance.example/schemas/${place}`
}

/** The bundles of all versions but those that differ from a later one in nothing but the number. */
export function distinctBundles(): readonly Bundle[] {
  const byEssence = new Map(specVersions.map(bundleOf).map((bundle) => [essenceOf(bundle), bundle]))
  return [...byEssence.values()]
}

function bundleOf(version: SpecVersion): Bundle {
  const documents = schemaKinds
    .filter((kind) => hasSchema(version, kind))
    .map((kind) => ({ place: `${version}/${kind}.schema.json`, cases: schemaCases(kind, version) }))
  const places = [...documents.map(({ place }) => place), `${version}/definitions.schema.json`, conventions]
  return { version, schemas: new Map(places.map((place) => [place, readSchema(place)])), documents }
}

/** Examples judge nothing, and may list the versions that there are. */
function essenceOf({ version, schemas, documents }: Bundle): string {
  const text = JSON.stringify([[...schemas], documents], (key, value) => (key === 'examples' ? undefined : value))
  return text.replaceAll(version, '$VERSION')
}
