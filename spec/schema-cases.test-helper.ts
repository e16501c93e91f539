import { readFileSync } from 'node:fs'
import type { Json } from './json.ts'
import type { SchemaKind } from './schema-kinds.ts'
import { atLeast, type SpecVersion } from './versions.ts'

/** An instance of a document, and whether its schema has to accept it. */
export interface SchemaCase {
  readonly name: string
  readonly data: Json
  readonly valid: boolean
}

interface Group {
  readonly description: string
  readonly tests: readonly Row[]
}

/** One row of a case file. It counts in the versions from `from` to `to`, and in all without them. */
interface Row {
  readonly description: string
  readonly from?: SpecVersion
  readonly to?: SpecVersion
  readonly data: Json
  readonly valid: boolean
}

/** The cases of a kind that count in a version. `$VERSION` in them stands for the version. */
export function schemaCases(kind: SchemaKind, version: SpecVersion): readonly SchemaCase[] {
  return readCases(kind, version)
}

/** The cases in a file below `schemas/cases`; those that count in a version, if there is one. */
export function readCases(name: string, version: SpecVersion = '1.1.0'): readonly SchemaCase[] {
  const path = new URL(`schemas/cases/${name}.json`, import.meta.url)
  const groups: readonly Group[] = JSON.parse(readFileSync(path, 'utf8').replaceAll('$VERSION', version))
  return groups.flatMap(({ description, tests }) =>
    tests
      .filter(
        ({ from, to }) => (from === undefined || atLeast(version, from)) && (to === undefined || atLeast(to, version)),
      )
      .map((row) => ({ name: `${description} ${row.description}`, data: row.data, valid: row.valid })),
  )
}
