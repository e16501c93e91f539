import { Ajv2020 } from 'ajv/dist/2020.js'
import { readSchema } from '../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { SchemaKind } from './schema-kinds.ts'
import type { SpecVersion } from './versions.ts'

/**
 * Constraints on texts, on the size of numbers and on the members of lists: what a type does not say. (It could say that a list is
 * not empty, but then no ordinary list would be assignable.)
 */
const inexpressible = new Set(['format', 'pattern', 'minLength', 'minimum', 'maximum', 'minItems', 'uniqueItems'])

/** Tells whether a document satisfies its schema apart from the constraints that types cannot express. */
export function expressiblePart(kind: SchemaKind, version: SpecVersion): (document: Json) => boolean {
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema(loosened(readSchema(`${version}/definitions.schema.json`)))
  const check = ajv.compile(loosened(readSchema(`${version}/${kind}.schema.json`)))
  return (document) => check(document)
}

/** A property may have the name of a keyword, but what stands there is an object. */
function loosened(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => isJsonObject(value) || !inexpressible.has(keyword))
      .map(([keyword, value]) => [
        keyword,
        keyword === 'type' && value === 'integer' ? 'number' : loosenedValue(value),
      ]),
  )
}

function loosenedValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => loosenedValue(item) ?? null)
  return isJsonObject(value) ? loosened(value) : value
}
