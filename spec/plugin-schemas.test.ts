import { readdirSync } from 'node:fs'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import type { Json, JsonObject } from './json.ts'
import { type PluginType, pluginTypes } from './plugin-types.ts'
import { readCases, type SchemaCase } from './schema-cases.test-helper.ts'
import { createAjv } from './schema-compiler.ts'
import { mutationsOf, placesOf } from './schema-mutation.test-helper.ts'

type Name = PluginType | 'definitions'

const names: readonly Name[] = [...pluginTypes, 'definitions']
const schemas = new Map(names.map((name) => [name, readSchema(`plugins/${name}.schema.json`)]))
const cases = new Map(pluginTypes.map((type) => [type, readCases(`plugins/${type}`)]))

describe.each(pluginTypes)('the schema of %s', (type) => {
  const check = ajvWith(schemas).getSchema(idOf(type))

  test.each(casesOf(type))('$name', ({ data, valid }) => {
    expect(check?.(data), JSON.stringify(check?.errors)).toBe(valid)
  })

  test('shows whole configurations', () => {
    expect(valuesIn(schemaOf(type)).length).toBeGreaterThan(0)
  })
})

describe.each(names)('%s.schema.json', (name) => {
  test('is a schema that says where it is and what it is for', () => {
    expect(createAjv().validateSchema(schemaOf(name))).toBe(true)
    expect(schemaOf(name).$id).toBe(idOf(name))
    expect(schemaOf(name).title).toEqual(expect.any(String))
    expect(schemaOf(name).description).toEqual(expect.any(String))
  })

  test('describes every property and every definition', () => {
    const described = placesOf(schemaOf(name)).filter(({ path }) => /\/(properties|\$defs)\/[^/]+$/.test(path))
    const silent = described.filter(({ path, schema }) => !isInCondition(path) && !schema.description)
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('has examples and defaults that are valid where they stand', () => {
    const ajv = ajvWith(schemas)
    for (const { path, schema } of placesOf(schemaOf(name))) {
      const check = ajv.compile({ $ref: `${idOf(name)}#${path}` })
      for (const value of valuesIn(schema)) {
        expect(check(value), `${path} ${JSON.stringify(value)} ${JSON.stringify(check.errors)}`).toBe(true)
      }
    }
  })

  test('has no constraint that is idle', () => {
    const types = name === 'definitions' ? pluginTypes : [name]
    const mutations = mutationsOf(schemaOf(name))
    expect(types.every((type) => decidesAll(ajvWith(schemas), type))).toBe(true)
    const survivors = mutations.filter(({ schema }) => {
      const ajv = ajvWith(new Map([...schemas, [name, schema]]))
      return types.every((type) => decidesAll(ajv, type))
    })
    expect(
      survivors.map(({ path }) => path),
      `${survivors.length} of ${mutations.length} mutations survive`,
    ).toEqual([])
  })
})

test('each well-known plugin has a schema and cases, and no other has', () => {
  expect(filesIn('schemas/plugins')).toEqual(names.map((name) => `${name}.schema.json`).sort())
  expect(filesIn('schemas/cases/plugins')).toEqual(pluginTypes.map((type) => `${type}.json`))
})

function schemaOf(name: Name): JsonObject {
  return schemas.get(name) ?? {}
}

function casesOf(type: PluginType): readonly SchemaCase[] {
  return cases.get(type) ?? []
}

function idOf(name: Name): string {
  return `https://cni-conformance.example/schemas/plugins/${name}.schema.json`
}

/** Without the meta-schema: a test of its own applies it once, not to each mutation. */
function ajvWith(some: ReadonlyMap<Name, JsonObject>): Ajv2020 {
  const ajv = createAjv()
  for (const schema of some.values()) ajv.addSchema(schema, undefined, false, false)
  return ajv
}

function decidesAll(ajv: Ajv2020, type: PluginType): boolean {
  const check = ajv.getSchema(idOf(type))
  return casesOf(type).every(({ data, valid }) => check?.(data) === valid)
}

/** What stands in a condition, or follows from one, is about properties that are described elsewhere. */
function isInCondition(path: string): boolean {
  return /\/(if|then|not|anyOf)(\/|$)/.test(path)
}

function valuesIn({ examples, default: usual }: JsonObject): readonly Json[] {
  return [...(Array.isArray(examples) ? examples : []), ...(usual === undefined ? [] : [usual])]
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, import.meta.url)).sort()
}
