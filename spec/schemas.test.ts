import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSchema, validate } from '../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, schemaKinds } from './schema-kinds.ts'
import { createAjv } from './validate.ts'
import { specVersions } from './versions.ts'

const conventions = 'conventions/definitions.schema.json'

const places = specVersions.flatMap((version) =>
  schemaKinds
    .filter((kind) => hasSchema(version, kind))
    .map((kind) => ({ version, kind, path: `${version}/${kind}.schema.json` })),
)

describe.each(places)('$path', ({ version, kind, path }) => {
  test.each(schemaCases(kind, version))('$name', ({ data, valid }) => {
    const issues = validate(kind, version, data)
    expect(issues.length === 0, JSON.stringify(issues)).toBe(valid)
  })

  test('is a schema, and its examples are valid', () => {
    const ajv = createAjv()
    ajv.addSchema([readSchema(conventions), readSchema(`${version}/definitions.schema.json`)])
    const schema = readSchema(path)
    expect(ajv.validateSchema(schema)).toBe(true)
    const check = ajv.compile(schema)
    for (const example of list(schema.examples)) expect(check(example), ajv.errorsText(check.errors)).toBe(true)
    expect(list(schema.examples).length).toBeGreaterThan(0)
  })

  test('says where it is and what it is for', () => {
    const schema = readSchema(path)
    expect(schema.$id).toMatch(new RegExp(`/${version}/${kind}\\.schema\\.json$`))
    for (const each of [schema, readSchema(`${version}/definitions.schema.json`)]) {
      expect(each.title).toBeTruthy()
      expect(undescribed(each, '')).toEqual([])
    }
  })
})

test('there is a file for each kind that a version knows, and no other', () => {
  const expected = places.map(({ path }) => path)
  const files = specVersions.flatMap((version) =>
    readdirSync(new URL(`schemas/${version}`, import.meta.url)).map((name) => `${version}/${name}`),
  )
  expect(files.filter((path) => !path.endsWith('/definitions.schema.json')).sort()).toEqual(expected.sort())
})

/** Properties without a description, by their place in the schema. */
function undescribed(schema: Json | undefined, place: string): readonly string[] {
  if (!isJsonObject(schema)) return []
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const conditional = /\/(if|then)(\/|$)/.test(place)
  return [
    ...Object.entries(properties).flatMap(([name, property]) =>
      conditional || (isJsonObject(property) && typeof property.description === 'string') ? [] : [`${place}/${name}`],
    ),
    ...children(schema).flatMap(([key, child]) => undescribed(child, `${place}/${key}`)),
  ]
}

function children(schema: JsonObject): readonly (readonly [string, Json | undefined])[] {
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'examples'
      ? []
      : Array.isArray(value)
        ? value.map((item: Json) => [key, item] as const)
        : [[key, value] as const],
  )
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
