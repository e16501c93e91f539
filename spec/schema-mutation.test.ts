import type { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { type Bundle, conventions, type Document, distinctBundles, idOf } from './schema-bundles.test-helper.ts'
import { type Mutation, mutationsOf } from './schema-mutation.test-helper.ts'
import { createAjv } from './validate.ts'

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

const bundles = distinctBundles()

/**
 * Changes every constraint of every schema in turn. Some case has to change its verdict each time, else either the constraint
 * says nothing or no case looks at it. Definitions are judged by all documents that refer to them.
 */
describe.each(bundles)('the schemas of $version', (bundle) => {
  const places = [...bundle.schemas.keys()].filter((place) => place !== conventions || bundle === bundles.at(-1))
  const scores: string[] = []

  test.each(places)('%s: no constraint is idle', (place) => {
    const mutations = mutationsOf(bundle.schemas.get(place) ?? {})
    const survivors = survivorsOf(bundle, place, mutations).map((survivor) => nameOf(place, survivor))
    const expected = mutations.map((mutation) => nameOf(place, mutation)).filter((name) => equivalent.has(name))
    scores.push(scoreOf(bundle, place, mutations.length, survivors.length))
    expect(mutations.length).toBeGreaterThan(0)
    expect(survivors, `${survivors.length} of ${mutations.length} mutations survive`).toEqual(expected)
  })

  afterAll(() => {
    if (process.env.SHOW_MUTATION_SCORES !== undefined) console.log(scores.join('\n'))
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
        if: { required: ['c'] },
        else: { not: { minProperties: 3 } },
      },
    },
  }
  expect(mutationsOf(schema).map(({ path }) => path.replace('/$defs/entry', '…'))).toEqual(
    [
      ['/type', '/type or null', '/type or object', '/minItems', '/minItems 2', '/items', '/items/$ref'],
      ['…/required/"a"', '…/required/"b"', '…/patternProperties/^x/', '…/if always', '…/else'],
      ['…/properties/a/const any', '…/properties/b/enum/1', '…/properties/b/enum/2', '…/properties/b/enum any'],
      ['', ' 6', ' 8'].map((change) => `…/patternProperties/^x~1/maximum${change}`),
      ['…/if/required/"c"', '…/else/not'],
      ['', ' 2', ' 4'].map((change) => `…/else/not/minProperties${change}`),
    ].flat(),
  )
})

test('each mutation that cannot be noticed is one of some schema', () => {
  const all = new Set(
    bundles.flatMap(({ schemas }) =>
      [...schemas].flatMap(([place, schema]) => mutationsOf(schema).map((mutation) => nameOf(place, mutation))),
    ),
  )
  expect([...equivalent.keys()].filter((name) => !all.has(name))).toEqual([])
})

/** The mutations of the schema at a place that change no verdict. */
function survivorsOf(
  { schemas, documents }: Bundle,
  place: string,
  mutations: readonly Mutation[],
): readonly Mutation[] {
  const own = documents.filter((document) => document.place === place)
  let judges: readonly Document[] = own.length > 0 ? own : documents
  return mutations.filter(({ schema }) => {
    const ajv = ajvOf([...new Map(schemas).set(place, schema).values()])
    const killer = judges.find((document) => !decidesAll(ajv, document))
    // Neighbouring mutations tend to be noticed by the same document.
    if (killer !== undefined) judges = [killer, ...judges.filter((document) => document !== killer)]
    return killer === undefined
  })
}

/** Does not apply the meta-schema: another test does, once for each schema instead of for each mutation. */
function ajvOf(schemas: readonly JsonObject[]): Ajv2020 {
  const ajv = createAjv()
  for (const schema of schemas) ajv.addSchema(schema, undefined, false, false)
  return ajv
}

function decidesAll(ajv: Ajv2020, { place, cases }: Document): boolean {
  const check = ajv.getSchema(idOf(place))
  return check !== undefined && cases.every(({ data, valid }) => check(data) === valid)
}

/** The same in all versions. */
function nameOf(place: string, { path }: Mutation): string {
  return `${place.slice(place.indexOf('/') + 1)}#${path}`
}

function scoreOf({ documents }: Bundle, place: string, mutations: number, survivors: number): string {
  const cases = documents.find((document) => document.place === place)?.cases.length ?? 'all'
  return `${place.padEnd(40)} ${mutations - survivors} of ${mutations} mutations killed, ${cases} cases`
}
