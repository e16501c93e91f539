import type { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import type { JsonObject } from './json.ts'
import { type SchemaCase, schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, type SchemaKind, schemaKinds } from './schema-kinds.ts'
import { type Mutation, mutationsOf } from './schema-mutation.test-helper.ts'
import { createAjv } from './validate.ts'
import { type SpecVersion, specVersions } from './versions.ts'

/** Mutations that no case can notice, in whatever version they are, and why. One that is noticed must not stand here. */
const equivalent: ReadonlyMap<string, string> = new Map(
  ['0', '1'].flatMap((branch) => [
    [`definitions.schema.json#/$defs/ip/allOf/${branch}/if/required/"version"`, 'version is required anyway'],
    [`definitions.schema.json#/$defs/route/allOf/${branch}/if/required/"dst"`, 'dst is required anyway'],
    ...['', ' or null', ' or number'].map((change): readonly [string, string] => [
      `definitions.schema.json#/$defs/route/allOf/${branch}/if/properties/dst/type${change}`,
      'dst is text anyway; without this, other values would have a second message about gw',
    ]),
  ]),
)

const conventions = 'conventions/definitions.schema.json'

/** What a version has: its schemas by place, and for each kind the place of its schema and the cases that judge it. */
interface Bundle {
  readonly version: SpecVersion
  readonly schemas: ReadonlyMap<string, JsonObject>
  readonly kinds: readonly Kind[]
}

interface Kind {
  readonly kind: SchemaKind
  readonly place: string
  readonly cases: readonly SchemaCase[]
}

const bundles = withoutRepetitions(specVersions.map(bundleOf))
const score: string[] = []

/**
 * Changes every constraint of every schema in turn. Some case has to change its verdict each time, else either the constraint
 * says nothing or no case looks at it. Definitions are judged by all kinds that refer to them.
 */
describe.each(bundles)('the schemas of $version', (bundle) => {
  // The conventions are the same for all versions.
  const places = [...bundle.schemas.keys()].filter((place) => place !== conventions || bundle === bundles.at(-1))
  test.each(places)('%s: no constraint is idle', (place) => {
    const mutations = mutationsOf(bundle.schemas.get(place) ?? {})
    const names = survivorsOf(bundle, place, mutations).map((survivor) => nameOf(place, survivor))
    const expected = mutations.map((mutation) => nameOf(place, mutation)).filter((name) => equivalent.has(name))
    score.push(scoreOf(bundle, place, mutations.length - expected.length, expected.length))
    expect(mutations.length).toBeGreaterThan(0)
    expect(names, `${names.length} of ${mutations.length} mutations survive`).toEqual(expected)
  })
})

test('mutations change one constraint each, wherever it is', () => {
  const schema = {
    description: 'A list.',
    type: 'array',
    minItems: 1,
    items: { $ref: '#/$defs/entry' },
    $defs: {
      entry: {
        required: ['a', 'b'],
        properties: { a: { const: 'x' }, b: { enum: [1, 2] }, c: {} },
        patternProperties: { '^x/': { maximum: 7 }, '^y': { description: 'Anything.' } },
        if: { not: { required: ['c'] } },
        then: { minProperties: 2 },
      },
    },
  }
  expect(mutationsOf(schema).map(({ path }) => path)).toEqual([
    ...['/type', '/type or null', '/type or object', '/minItems', '/minItems 2', '/items', '/items/$ref'],
    ...['/required/"a"', '/required/"b"', '/patternProperties/^x/', '/if always', '/then'].map(inEntry),
    ...['/properties/a/const any', '/properties/b/enum/1', '/properties/b/enum/2', '/properties/b/enum any'].map(
      inEntry,
    ),
    ...[
      '/patternProperties/^x~1/maximum',
      '/patternProperties/^x~1/maximum 6',
      '/patternProperties/^x~1/maximum 8',
    ].map(inEntry),
    ...['/if/not', '/if/not/required/"c"', '/then/minProperties', '/then/minProperties 1', '/then/minProperties 3'].map(
      inEntry,
    ),
  ])
})

test('each mutation that cannot be noticed is one of some schema', () => {
  const all = bundles.flatMap(({ schemas }) =>
    [...schemas].flatMap(([place, schema]) => mutationsOf(schema).map((mutation) => nameOf(place, mutation))),
  )
  expect([...equivalent.keys()].filter((name) => !all.includes(name))).toEqual([])
})

afterAll(() => {
  if (process.env.SHOW_MUTATION_SCORE !== undefined) console.log(score.join('\n'))
})

function bundleOf(version: SpecVersion): Bundle {
  const kinds = schemaKinds
    .filter((kind) => hasSchema(version, kind))
    .map((kind) => ({ kind, place: `${version}/${kind}.schema.json`, cases: schemaCases(kind, version) }))
  const places = [...kinds.map(({ place }) => place), `${version}/definitions.schema.json`, conventions]
  return { version, schemas: new Map(places.map((place) => [place, readSchema(place)])), kinds }
}

/** A version that differs from the one before it in nothing but its number would be judged alike. */
function withoutRepetitions(all: readonly Bundle[]): readonly Bundle[] {
  const essence = ({ version, schemas, kinds }: Bundle) =>
    JSON.stringify([[...schemas], kinds], (key, value) => (key === 'examples' ? undefined : value)).replaceAll(
      version,
      '$VERSION',
    )
  const seen = new Map(all.map((bundle) => [essence(bundle), bundle]))
  return [...seen.values()]
}

/** The mutations of the schema at a place that change no verdict. */
function survivorsOf({ schemas, kinds }: Bundle, place: string, mutations: readonly Mutation[]): readonly Mutation[] {
  const own = kinds.filter((kind) => kind.place === place)
  let judges: readonly Kind[] = own.length > 0 ? own : kinds
  return mutations.filter(({ schema }) => {
    const ajv = ajvOf([...new Map(schemas).set(place, schema).values()])
    const killer = judges.find((kind) => !decidesAll(ajv, kind, schemas))
    // Neighbouring mutations tend to be noticed by the same kind.
    if (killer !== undefined) judges = [killer, ...judges.filter((kind) => kind !== killer)]
    return killer === undefined
  })
}

/** Does not apply the meta-schema: another test does, once for each schema instead of for each mutation. */
function ajvOf(schemas: readonly JsonObject[]): Ajv2020 {
  const ajv = createAjv()
  for (const schema of schemas) ajv.addSchema(schema, undefined, false, false)
  return ajv
}

function decidesAll(ajv: Ajv2020, { place, cases }: Kind, schemas: ReadonlyMap<string, JsonObject>): boolean {
  const check = ajv.getSchema(String(schemas.get(place)?.$id))
  return check !== undefined && cases.every(({ data, valid }) => check(data) === valid)
}

function inEntry(path: string): string {
  return `/$defs/entry${path}`
}

/** The same in all versions. */
function nameOf(place: string, { path }: Mutation): string {
  return `${place.slice(place.indexOf('/') + 1)}#${path}`
}

function scoreOf({ kinds }: Bundle, place: string, noticeable: number, unnoticeable: number): string {
  const cases = kinds.find((kind) => kind.place === place)?.cases.length
  const columns = [place.padEnd(40), `${noticeable} mutations`, `${unnoticeable} equivalent`, `${cases ?? 'all'} cases`]
  return columns.join('  ')
}
