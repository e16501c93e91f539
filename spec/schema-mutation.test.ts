import { describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { type SchemaCase, schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, type SchemaKind, schemaKinds } from './schema-kinds.ts'
import { createAjv } from './validate.ts'
import { type SpecVersion, specVersions } from './versions.ts'

/**
 * Removes every constraint of every schema in turn. Some case has to change its verdict each time, else either the constraint
 * says nothing or no case looks at it.
 */
describe.each(specVersions)('the schemas of %s', (version) => {
  test.each(schemaKinds.filter((kind) => hasSchema(version, kind)))('%s: no constraint is idle', (kind) => {
    const bundle = bundleOf(version, kind)
    const cases = schemaCases(kind, version)
    const mutations = mutationsOf(bundle).filter(({ path }) => isReached(path, bundle))
    const survivors = mutations.filter(({ schema }) => accepts(schema, cases))
    expect(mutations.length).toBeGreaterThan(0)
    expect(
      survivors.map(({ path }) => path),
      `${survivors.length} of ${mutations.length} mutations survive`,
    ).toEqual([])
  })
})

interface Mutation {
  readonly path: string
  readonly schema: JsonObject
}

/** A schema with its definitions inside, so that one document can be changed anywhere. */
function bundleOf(version: SpecVersion, kind: SchemaKind): JsonObject {
  const { $defs } = readSchema(`${version}/definitions.schema.json`)
  const text = JSON.stringify({ ...readSchema(`${version}/${kind}.schema.json`), $defs })
  return JSON.parse(text.replaceAll('definitions.schema.json#/', '#/'))
}

const annotations = new Set(['$schema', '$id', '$defs', 'title', 'description', 'examples', 'properties', 'if', '$ref'])

/** All schemas with one constraint less. A list such as `required` loses one member at a time. */
function mutationsOf(schema: JsonObject, path = ''): readonly Mutation[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    const here = `${path}/${key}`
    const { [key]: _, ...without } = schema
    // A condition says nothing without its consequence.
    const { if: _condition, ...unconditional } = without
    const removed = annotations.has(key) ? [] : [{ path: here, schema: key === 'then' ? unconditional : without }]
    if (key === 'required' && Array.isArray(value)) {
      return value.map((name: Json) => ({
        path: `${here}/${JSON.stringify(name)}`,
        schema: { ...schema, required: value.filter((other: Json) => other !== name) },
      }))
    }
    return [...removed, ...inside(schema, key, value, here)]
  })
}

function inside(schema: JsonObject, key: string, value: Json | undefined, here: string): readonly Mutation[] {
  if (['examples', 'if', 'const', 'enum'].includes(key)) return []
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) =>
      isJsonObject(item)
        ? mutationsOf(item, `${here}/${index}`).map((mutation) => ({
            path: mutation.path,
            schema: { ...schema, [key]: value.with(index, mutation.schema) },
          }))
        : [],
    )
  }
  if (!isJsonObject(value)) return []
  if (key === 'properties' || key === '$defs') {
    return Object.entries(value).flatMap(([name, child]) =>
      isJsonObject(child)
        ? mutationsOf(child, `${here}/${name}`).map((mutation) => ({
            path: mutation.path,
            schema: { ...schema, [key]: { ...value, [name]: mutation.schema } },
          }))
        : [],
    )
  }
  return mutationsOf(value, here).map((mutation) => ({
    path: mutation.path,
    schema: { ...schema, [key]: mutation.schema },
  }))
}

/** A definition that this kind does not refer to is another kind's affair. */
function isReached(path: string, bundle: JsonObject): boolean {
  const [, definition] = /^\/\$defs\/([^/]+)/.exec(path) ?? []
  return definition === undefined || reachable(bundle).has(definition)
}

function reachable({ $defs, ...schema }: JsonObject): ReadonlySet<string> {
  const definitions = isJsonObject($defs) ? $defs : {}
  const found = new Set<string>()
  const visit = (value: Json | undefined): void => {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (found.has(name)) continue
      found.add(name)
      visit(definitions[name])
    }
  }
  visit(schema)
  return found
}

/** Whether a schema decides every case as the original does. One that cannot be compiled decides none. */
function accepts(schema: JsonObject, cases: readonly SchemaCase[]): boolean {
  const ajv = createAjv()
  const check = ajv.compile({ ...schema, $id: 'https://cni-conformance.example/mutation' })
  return cases.every(({ data, valid }) => check(data) === valid)
}
