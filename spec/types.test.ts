import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../runner/package-root.ts'
import { misfits } from './compiler.test-helper.ts'
import { expressiblePart } from './expressible-schema.test-helper.ts'
import { schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, type SchemaKind, schemaKinds } from './schema-kinds.ts'
import { type SpecVersion, specVersions } from './versions.ts'

const places = specVersions.flatMap((version) => schemaKinds.map((kind) => ({ kind, version })))
const known = places.filter(({ kind, version }) => hasSchema(version, kind))

/** A line of a program, and whether it has to compile. */
interface Assignment {
  readonly name: string
  readonly code: string
  readonly compiles: boolean
}

const header = [
  `import type { DocumentOf } from ${JSON.stringify(join(packageRoot, 'spec/types/document.ts'))}`,
  'declare function literal<const T>(value: T): T;',
  'declare function assign<T>(value: T): void;',
]

/** Each case of a schema has to compile exactly if it satisfies the part of the schema that types can express. */
const assignments: readonly Assignment[] = known.flatMap(({ kind, version }) => {
  const fits = expressiblePart(kind, version)
  return schemaCases(kind, version).map(({ name, data }) => ({
    name: `${nameOf(kind, version)} ${name}`,
    // Assigned directly, a literal could have no keys beside those of its type; documents can.
    code: `{ const document = literal(${JSON.stringify(data)}); assign<DocumentOf<'${kind}', '${version}'>>(document) }`,
    compiles: fits(data),
  }))
})

const existence: readonly Assignment[] = places.map(({ kind, version }) => ({
  name: nameOf(kind, version),
  code: `assign<[DocumentOf<'${kind}', '${version}'>] extends [never] ? false : true>(true)`,
  compiles: hasSchema(version, kind),
}))

describe('the types of documents', () => {
  let refused: ReadonlySet<string> = new Set()

  beforeAll(async () => {
    const lines = [...assignments, ...existence]
    const misfitting = await misfits([...header, ...lines.map(({ code }) => code)])
    refused = new Set(lines.flatMap(({ code }, index) => (misfitting.has(index + header.length) ? [code] : [])))
  })

  test.each(known)('$kind $version: accept what the schema accepts, as far as types can tell', ({ kind, version }) => {
    const cases = assignments.filter(({ name }) => name.startsWith(`${nameOf(kind, version)} `))
    expect(found(cases)).toEqual(expected(cases))
    expect(new Set(expected(cases).values())).toEqual(new Set([true, false]))
  })

  test('are never for a document that a version does not know', () => {
    expect(found(existence)).toEqual(expected(existence))
  })

  function found(cases: readonly Assignment[]): ReadonlyMap<string, boolean> {
    return new Map(cases.map(({ name, code }) => [name, !refused.has(code)]))
  }

  function expected(cases: readonly Assignment[]): ReadonlyMap<string, boolean> {
    return new Map(cases.map(({ name, compiles }) => [name, compiles]))
  }
})

function nameOf(kind: SchemaKind, version: SpecVersion): string {
  return `${kind} ${version}:`
}
