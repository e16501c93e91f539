import fc from 'fast-check'
import { type Command, commands, knowsCommand } from '../../spec/commands.ts'
import type { Json, JsonObject } from '../../spec/json.ts'
import { type ParameterName, parameterNames } from '../../spec/parameters.ts'
import type { SpecVersion } from '../../spec/versions.ts'

/** How a generated request differs from one that a runtime would send: the less, the simpler to understand. */
export interface RequestChanges {
  readonly command: Command
  /** Variables with other values; those that are undefined are left out. */
  readonly variables: Readonly<Partial<Record<ParameterName, string | undefined>>>
  readonly input: InputChanges
}

/** Edits of the document, or what is on standard input instead of it. */
export type InputChanges =
  | { readonly edits: readonly Edit[] }
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  /** Only so much of the text, in thousandths. */
  | { readonly share: number }

/** Puts another value in the place of one in the document, or beside it, or removes it. */
export interface Edit {
  /** Which of the values of the document, in the order of the text; counted round. */
  readonly place: number
  readonly what: 'replace' | 'add' | 'remove'
  readonly key: string
  readonly value: Json
}

/** Requests to any operation of a version, from those that a runtime would send to those that nobody would. */
export function anyRequest(version: SpecVersion): fc.Arbitrary<RequestChanges> {
  const known = commands.filter((command) => knowsCommand(version, command))
  return fc.record({ command: fc.constantFrom(...known), variables, input })
}

/** What no runtime would give for a variable, and no program may stumble over. Null bytes cannot be in an environment. */
const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '-',
    '0',
    ';',
    '=',
    'a=b',
    'a=b;c',
    'IgnoreUnknown=1',
    '\u{1f600}',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
)

const oddVariables = Object.fromEntries(
  parameterNames
    // The operation is chosen, and a namespace is given or not; a path at random is a path of nothing.
    .filter((name) => name !== 'CNI_COMMAND')
    .map((name) => [name, fc.option(oddText, { nil: undefined, freq: 3 })]),
)

const variables: fc.Arbitrary<RequestChanges['variables']> = fc.record(oddVariables, { requiredKeys: [] })

/** Values that documents have in their places, of the wrong kind or at the edge of the right one. */
const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e21,
    0.5,
    2 ** 53,
    '',
    '0',
    'null',
    [],
    {},
    [[]],
    [null],
    'x'.repeat(5000),
  ),
  fc.constantFrom<Json>(
    '10.0.0.0/8',
    '10.0.0.1/32',
    '0.0.0.0/0',
    '::/0',
    'fd00::/127',
    '999.1.1.1/24',
    '10.1.0.0/-1',
    '1',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
)

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat({ max: 60 }),
  what: fc.constantFrom('replace', 'add', 'remove'),
  key: fc.constantFrom('x', 'ipam', 'prevResult', 'args', 'runtimeConfig', 'dns', 'routes', 'ips', '__proto__', ''),
  value: oddValue,
})

const input: fc.Arbitrary<InputChanges> = fc.oneof(
  // What is found with broken text is found with a sound document too, if that makes no difference.
  { withCrossShrink: true },
  { weight: 8, arbitrary: fc.record({ edits: fc.array(edit, { maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      text: fc.oneof(
        oddText,
        oddValue.map((value) => JSON.stringify(value)),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ share: fc.nat({ max: 999 }) }) },
)

/** What is on standard input when a document is changed so. */
export function changedInput(document: JsonObject, changes: InputChanges): string | Uint8Array {
  if ('text' in changes) return changes.text
  if ('bytes' in changes) return changes.bytes
  const text = JSON.stringify('edits' in changes ? changes.edits.reduce(edited, document) : document)
  return 'share' in changes ? text.slice(0, Math.floor((text.length * changes.share) / 1000)) : text
}

function edited(document: JsonObject, { place, what, key, value }: Edit): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(document))
  const places = placesIn(copy)
  const chosen = places[place % Math.max(1, places.length)]
  if (chosen === undefined) return { [key]: value }
  const { holder, name } = chosen
  if (what === 'remove') Reflect.deleteProperty(holder, name)
  // Not by assignment, which `__proto__` would not survive.
  else Object.defineProperty(holder, what === 'add' && !Array.isArray(holder) ? key : name, { ...plain, value })
  return copy
}

const plain = { enumerable: true, configurable: true, writable: true }

interface Place {
  readonly holder: object
  readonly name: string
}

function placesIn(holder: object): readonly Place[] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]) => [
    { holder, name },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ])
}
