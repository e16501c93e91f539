import { isJsonObject, type Json, type JsonObject } from './json.ts'

/** A schema with one change that has to show in the verdict of some case. */
export interface Mutation {
  /** Where the change is, and what it is. */
  readonly path: string
  readonly schema: JsonObject
}

/** A schema within a schema, and how the whole looks with another one in its place. */
export interface Place {
  /** JSON pointer (RFC 6901). */
  readonly path: string
  readonly schema: JsonObject
  readonly replaced: (by: JsonObject) => JsonObject
}

/**
 * All schemas that differ from the given one in one constraint: it is absent, its bound is off by one, its `const` or `enum`
 * takes any value of that type, its `type` takes another one as well, a list lacks a member, or a condition always holds.
 */
export function mutationsOf(schema: JsonObject): readonly Mutation[] {
  return placesOf(schema).flatMap(({ path, schema: part, replaced }) =>
    Object.entries(part).flatMap(([key, value]) =>
      changesOf(part, key, value).map(([what, changed]) => ({
        path: `${path}/${key}${what}`,
        schema: replaced(changed),
      })),
    ),
  )
}

/** A schema and all schemas in it. */
export function placesOf(schema: JsonObject): readonly Place[] {
  return placesFrom({ path: '', schema, replaced: (by) => by })
}

/** Keywords that say nothing about an instance. */
const annotations: ReadonlySet<string> = new Set(
  '$schema $id $comment title description default deprecated examples'.split(' '),
)

/** Keywords whose value neither is a schema nor holds one. */
const plain: ReadonlySet<string> = new Set([...annotations, 'const', 'enum', 'required', 'dependentRequired'])

/** Keywords whose value holds schemas by name. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])

function placesFrom(place: Place): readonly Place[] {
  const inner = Object.keys(place.schema).filter((key) => !plain.has(key))
  return [place, ...inner.flatMap((key) => childrenOf(place, key).flatMap(placesFrom))]
}

function childrenOf({ path, schema, replaced }: Place, key: string): readonly Place[] {
  const value = schema[key]
  const child = (name: string, inner: Json | undefined, put: (by: JsonObject) => Json): readonly Place[] =>
    isJsonObject(inner)
      ? [{ path: `${path}/${key}${name}`, schema: inner, replaced: (by) => replaced({ ...schema, [key]: put(by) }) }]
      : []
  if (isList(value)) return value.flatMap((item, index) => child(`/${index}`, item, (by) => value.with(index, by)))
  if (!maps.has(key)) return child('', value, (by) => by)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    child(`/${escaped(name)}`, inner, (by) => ({ ...value, [name]: by })),
  )
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What the change is, to go behind the keyword, and the schema after it. */
type Change = readonly [what: string, schema: JsonObject]

function changesOf(schema: JsonObject, key: string, value: Json | undefined): readonly Change[] {
  const removed: Change = ['', without(schema, key)]
  switch (key) {
    case 'properties':
    case '$defs':
      return []
    case 'required':
      return withoutMembers(schema, key)
    case 'dependentRequired':
    case 'dependentSchemas':
    case 'patternProperties':
      return withoutEntries(schema, key)
    case 'allOf':
      return withoutMembers(schema, key)
    case 'anyOf':
    case 'oneOf':
      return [removed, ...withoutMembers(schema, key)]
    case 'if':
      return [[' always', { ...schema, if: {} }]]
    case 'then':
    case 'else':
      return [['', withoutConsequence(schema, key)]]
    case 'const':
      return [[' any', { ...without(schema, key), type: typeOf(value) }]]
    case 'enum':
      return [...withoutMembers(schema, key), [' any', { ...without(schema, key), type: typesOf(value) }]]
    case 'type':
      return [removed, ...withOtherTypes(schema)]
  }
  if (annotations.has(key) || (isJsonObject(value) && key !== 'not' && !constrains(value))) return []
  return [removed, ...withOtherBounds(schema, key)]
}

/** Whether a schema forbids anything, rather than just telling about it. */
function constrains(schema: JsonObject): boolean {
  return Object.keys(schema).some((key) => !annotations.has(key))
}

/** A condition without a consequence is no condition. */
function withoutConsequence(schema: JsonObject, key: 'then' | 'else'): JsonObject {
  const rest = without(schema, key)
  return 'then' in rest || 'else' in rest ? rest : without(rest, 'if')
}

/** The types that people confuse with each. */
const confused: Readonly<Record<string, readonly string[]>> = {
  object: ['array'],
  array: ['object'],
  string: ['number'],
  integer: ['number', 'string'],
  number: ['string'],
  boolean: ['string'],
}

function withOtherTypes(schema: JsonObject): readonly Change[] {
  const types = isList(schema.type) ? schema.type : [schema.type ?? null]
  const others = new Set(['null', ...types.flatMap((type) => (typeof type === 'string' ? (confused[type] ?? []) : []))])
  const fewer = types.length > 1 ? withoutMembers(schema, 'type') : []
  const more = [...others]
    .filter((other) => !types.includes(other))
    .map((other): Change => [` or ${other}`, { ...schema, type: [...types, other] }])
  return [...fewer, ...more]
}

function withOtherBounds(schema: JsonObject, key: string): readonly Change[] {
  const bound = schema[key]
  if (typeof bound !== 'number') return []
  // A length has no bound below 0, and 0 forbids nothing.
  const least = /^(min|max)(imum)$/.test(key) ? Number.NEGATIVE_INFINITY : 1
  return [bound - 1, bound + 1]
    .filter((other) => other >= least)
    .map((other): Change => [` ${other}`, { ...schema, [key]: other }])
}

/** With one member less each time. A list that has no other goes with it. */
function withoutMembers(schema: JsonObject, key: string): readonly Change[] {
  const members = schema[key]
  if (!isList(members)) return []
  return members.map((member, index): Change => {
    const rest = members.toSpliced(index, 1)
    return [
      `/${isJsonObject(member) ? index : JSON.stringify(member)}`,
      rest.length === 0 ? without(schema, key) : { ...schema, [key]: rest },
    ]
  })
}

function withoutEntries(schema: JsonObject, key: string): readonly Change[] {
  const entries = schema[key]
  if (!isJsonObject(entries)) return []
  return Object.entries(entries)
    .filter(([, entry]) => !isJsonObject(entry) || constrains(entry))
    .map(([name]): Change => [`/${name}`, { ...schema, [key]: without(entries, name) }])
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

function typesOf(values: Json | undefined): readonly Json[] {
  return isList(values) ? [...new Set(values.map(typeOf))] : []
}

function typeOf(value: Json | undefined): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
