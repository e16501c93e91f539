import { _, Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { formatPredicates } from './formats.ts'
import type { JsonObject } from './json.ts'

/** The validator that schemas are written for: strict about itself, and with the formats of CNI. */
export function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    strict: true,
    // `required` and formats of a condition stand without the type that is given beside it.
    strictRequired: false,
    strictTypes: false,
    // What stands first in a list may decide by itself.
    strictTuples: false,
    formats: formatPredicates,
    code: { source: true, formats: _`formats` },
  })
}

/**
 * The text of a CommonJS module for each schema, by its place: a function that takes the predicates of the formats and
 * returns the compiled schema. Schemas may refer to each other.
 */
export function compileSchemas(schemas: ReadonlyMap<string, JsonObject>): ReadonlyMap<string, string> {
  const ajv = createAjv()
  for (const [path, schema] of schemas) ajv.addSchema(schema, path)
  return new Map(Array.from(schemas.keys(), (path) => [path, moduleOf(ajv, path)]))
}

function moduleOf(ajv: Ajv2020, path: string): string {
  const compiled = ajv.getSchema(path)
  if (compiled === undefined) throw new RangeError(`there is no schema ${path}`)
  return `'use strict'
module.exports = (formats) => {
const module = {}
${standalone.default(ajv, compiled)}
return module.exports
}
`
}
