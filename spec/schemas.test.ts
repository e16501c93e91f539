import { readdirSync } from 'node:fs'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import type { Json, JsonObject } from './json.ts'
import { conventions, idOf } from './schema-bundles.test-helper.ts'
import { schemaCases } from './schema-cases.test-helper.ts'
import { createAjv } from './schema-compiler.ts'
import { hasSchema, schemaKinds } from './schema-kinds.ts'
import { placesOf } from './schema-mutation.test-helper.ts'
import { validatorOfSources } from './schemas.test-helper.ts'
import { specVersions } from './versions.ts'

const validate = validatorOfSources()

const documents = specVersions.flatMap((version) =>
  schemaKinds
    .filter((kind) => hasSchema(version, kind))
    .map((kind) => ({ version, kind, path: `${version}/${kind}.schema.json` })),
)

const definitions = [...specVersions.map((version) => `${version}/definitions.schema.json`), conventions]

describe.each(documents)('$path', ({ version, kind, path }) => {
  test.each(schemaCases(kind, version))('$name', ({ data, valid }) => {
    const issues = validate(kind, version, data)
    expect(issues.length === 0, JSON.stringify(issues)).toBe(valid)
  })

  test('shows a whole document', () => {
    expect(valuesIn(readSchema(path)).length).toBeGreaterThan(0)
  })
})

describe.each([...documents.map(({ path }) => path), ...definitions])('%s', (path) => {
  const schema = readSchema(path)

  test('is a schema that says where it is and what it is for', () => {
    expect(createAjv().validateSchema(schema)).toBe(true)
    expect(schema.$id).toBe(idOf(path))
    expect(schema.title).toEqual(expect.any(String))
    expect(schema.description).toEqual(expect.any(String))
  })

  test('describes every property and every definition', () => {
    const silent = placesOf(schema).filter((place) => isDefined(place.path) && !place.schema.description)
    expect(silent.map((place) => place.path)).toEqual([])
  })

  test('has examples and defaults that are valid where they stand', () => {
    const ajv = ajvWith(path)
    for (const place of placesOf(schema)) {
      const values = valuesIn(place.schema)
      if (values.length === 0) continue
      const check = ajv.compile({ $ref: `${idOf(path)}#${place.path}` })
      for (const value of values) expect(check(value), `${place.path}: ${ajv.errorsText(check.errors)}`).toBe(true)
    }
  })
})

test('there is a file for each kind that a version knows, and no other', () => {
  const folders = new Set(definitions.map((path) => path.split('/')[0]))
  const files = [...folders].flatMap((folder) =>
    readdirSync(new URL(`schemas/${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
  )
  expect(files.sort()).toEqual([...documents.map(({ path }) => path), ...definitions].sort())
})

test('there is a file of cases for each kind, and no other', () => {
  const files = readdirSync(new URL('schemas/cases', import.meta.url), { withFileTypes: true })
  expect(files.filter((file) => file.isFile()).map(({ name }) => name)).toEqual(
    [...schemaKinds, 'network-configuration', 'baseline'].map((kind) => `${kind}.json`).sort(),
  )
})

/** A property or a definition. What a condition says about a property is described where the property is. */
function isDefined(path: string): boolean {
  return /\/(properties|patternProperties|\$defs)\/[^/]+$/.test(path) && !/\/(if|then|not)\//.test(path)
}

function valuesIn({ examples, default: usual }: JsonObject): readonly Json[] {
  return [...(Array.isArray(examples) ? examples : []), ...(usual === undefined ? [] : [usual])]
}

/** Knows a schema and whatever it refers to. */
function ajvWith(path: string): Ajv2020 {
  const needed = new Set([path, path.replace(/[^/]+$/, 'definitions.schema.json'), conventions])
  return createAjv().addSchema([...needed].map(readSchema))
}
