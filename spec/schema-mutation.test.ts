import type { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import type { JsonObject } from './json.ts'
import { type SchemaCase, schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, type SchemaKind, schemaKinds } from './schema-kinds.ts'
import { type Mutation, mutationsOf } from './schema-mutation.test-helper.ts'
import { createAjv } from './validate.ts'
import { type SpecVersion, specVersions } from './versions.ts'

/** Mutations that no case can notice, and why. One that a case does notice must not stand here. */
const equivalent: Readonly<Record<string, string>> = {}

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
  const last = bundle === bundles.at(-1)
  const places = [...bundle.schemas.keys()].filter((place) => place !== conventions || last)
  test.each(places)('%s: no constraint is idle', (place) => {
    const mutations = mutationsOf(bundle.schemas.get(place) ?? {})
    const survivors = survivorsOf(bundle, place, mutations).map(({ path }) => `${place}#${path}`)
    score.push(scoreOf(bundle, place, mutations, survivors))
    expect(mutations.length).toBeGreaterThan(0)
    expect(survivors.sort(), `${survivors.length} of ${mutations.length} mutations survive`).toEqual(
      Object.keys(equivalent)
        .filter((path) => path.startsWith(`${place}#`))
        .sort(),
    )
  })
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

function scoreOf(
  { kinds }: Bundle,
  place: string,
  mutations: readonly Mutation[],
  survivors: readonly string[],
): string {
  const cases = kinds.find((kind) => kind.place === place)?.cases.length
  const killed = mutations.length - survivors.length
  return `${place.padEnd(46)} ${killed} of ${mutations.length} mutations killed${cases === undefined ? '' : `, ${cases} cases`}`
}
