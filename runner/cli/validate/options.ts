import { existsSync } from 'node:fs'
import { type SchemaKind, schemaKinds } from '../../../spec/schema-kinds.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../../spec/versions.ts'
import { UsageError } from '../../fault.ts'
import { parseArguments } from '../arguments.ts'
import { nearest } from '../nearest.ts'
import type { Told } from './judge.ts'

/** The command line of `validate`, understood. */
export interface ValidateOptions {
  readonly files: readonly string[]
  readonly told: Told
  readonly json: boolean
}

export function parseValidateOptions(args: readonly string[]): ValidateOptions {
  const { values, positionals } = parseArguments(args, {
    'spec-version': { type: 'string' },
    json: { type: 'boolean' },
  })
  const [first, ...rest] = positionals
  const kind = schemaKinds.find((each) => each === first)
  const files = kind === undefined ? positionals : rest
  if (files.length === 0) throw new UsageError('validate takes at least one file, or - for standard input')
  if (kind === undefined && first !== undefined) refuseMistypedKind(first)
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('standard input (-) can be read only once')
  return { files, told: { kind, version: specVersion(values['spec-version']) }, json: values.json === true }
}

/** A first argument that is no file may have been meant as a kind. */
function refuseMistypedKind(word: string): void {
  if (word === '-' || existsSync(word)) return
  const kinds: readonly SchemaKind[] = schemaKinds
  const meant = nearest(word, kinds)
  if (meant !== undefined) throw new UsageError(`${word} is neither a file nor a kind: did you mean ${meant}?`)
  if (/^[\w-]+$/.test(word)) throw new UsageError(`${word} is neither a file nor a kind: there are ${kinds.join(', ')}`)
}

function specVersion(value: string | undefined): SpecVersion | undefined {
  if (value === undefined || isSpecVersion(value)) return value
  throw new UsageError(`--spec-version takes one of ${specVersions.join(', ')}, not ${JSON.stringify(value)}`)
}
