import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { formats } from './formats.ts'
import type { JsonObject } from './json.ts'
import { hasSchema, type SchemaKind } from './schema-kinds.ts'
import { sentenceOf } from './validation-message.ts'
import type { SpecVersion } from './versions.ts'

/** Something in a document that its schema does not allow. */
export interface Issue {
  /** JSON pointer to the place (RFC 6901), also of something that is missing; empty for the whole document. */
  readonly pointer: string
  /** A sentence without a full stop, for the author of the document. */
  readonly message: string
  /** The keyword of the schema that is not satisfied. */
  readonly keyword: string
}

/** Checks a document against the schema of its kind in a version. An empty list says that it is valid. */
export type Validate = (kind: SchemaKind, version: SpecVersion, document: unknown) => readonly Issue[]

/** Reads a schema by its place below the folder of the schemas, such as `1.0.0/error.schema.json`. */
export type ReadSchema = (path: string) => JsonObject

/** Makes a validator that reads and compiles each schema when it is first needed. */
export function createValidator(readSchema: ReadSchema): Validate {
  const ajv = createAjv()
  const compiled = new Map<string, ValidateFunction>()
  const prepared = new Set<string>()
  return (kind, version, document) => {
    const path = `${version}/${kind}.schema.json`
    if (!hasSchema(version, kind)) throw new RangeError(`version ${version} of the specification has no ${kind}`)
    for (const shared of ['conventions/definitions.schema.json', `${version}/definitions.schema.json`]) {
      if (!prepared.has(shared)) ajv.addSchema(readSchema(shared))
      prepared.add(shared)
    }
    const check = compiled.get(path) ?? ajv.compile(readSchema(path))
    compiled.set(path, check)
    return check(document) ? [] : issuesOf(check.errors ?? [], document)
  }
}

/** The validator that schemas are written for: strict about itself, and with the formats of CNI. */
export function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    strict: true,
    // `required` and formats of a condition stand without the type that is given beside it.
    strictRequired: false,
    strictTypes: false,
    // What stands first in a list may decide by itself.
    strictTuples: false,
    formats: Object.fromEntries(Object.entries(formats).map(([name, { holds }]) => [name, holds])),
  })
}

/** A condition says nothing of its own beside its consequence. */
function issuesOf(errors: readonly ErrorObject[], document: unknown): readonly Issue[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'if')
  const issues = telling.map((error) => ({
    pointer: pointerOf(error),
    message: sentenceOf(error, document),
    keyword: error.keyword,
  }))
  return issues.filter(({ message }, index) => issues.findIndex((other) => other.message === message) === index)
}

/** What is missing is at the place where it should be. */
function pointerOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword !== 'required') return instancePath
  return `${instancePath}/${String(params.missingProperty).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
