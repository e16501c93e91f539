import { readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readSchema } from '../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { SchemaKind } from './schema-kinds.ts'
import type { SpecVersion } from './versions.ts'

/**
 * Constraints on texts, on the size of numbers and on the members of lists: what a type does not say. (It could say that a list is
 * not empty, but then no ordinary list would be assignable.)
 */
const inexpressible = new Set([
  'format',
  'pattern',
  'minLength',
  'minimum',
  'maximum',
  'minItems',
  'uniqueItems',
  'contains',
])

/** The schemas that others refer to. */
const definitions = readdirSync(new URL('schemas', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('/definitions.schema.json'),
)

/** Tells whether a document satisfies its schema apart from the constraints that types cannot express. */
export function expressiblePart(kind: SchemaKind, version: SpecVersion): (document: Json) => boolean {
  const ajv = new Ajv2020({ strict: false })
  for (const path of definitions) ajv.addSchema(loosened(readSchema(path)))
  const check = ajv.compile(loosened(readSchema(`${version}/${kind}.schema.json`)))
  return (document) => check(document)
}

function loosened(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !inexpressible.has(keyword))
      .map(([keyword, value]) => {
        if (keyword === 'type' && value === 'integer') return [keyword, 'number']
        return [keyword, namedSchemas.has(keyword) && isJsonObject(value) ? mapped(value) : loosenedValue(value)]
      }),
  )
}

/** Keywords with schemas by names, which may be the names of keywords. */
const namedSchemas = new Set(['properties', 'patternProperties', '$defs'])

function mapped(schemas: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, loosenedValue(schema)]))
}

function loosenedValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => loosenedValue(item) ?? null)
  return isJsonObject(value) ? loosened(value) : value
}
