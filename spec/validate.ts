import type { ErrorObject, ValidateFunction } from 'ajv'
import { segment, valueAt } from './json-pointer.ts'
import type { PluginType } from './plugin-types.ts'
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

/**
 * Checks the keys of a well-known plugin: the part of a document at a JSON pointer against the schema of the plugin type. The
 * issues have pointers into the whole document.
 */
export type ValidatePlugin = (type: PluginType, document: unknown, pointer: string) => readonly Issue[]

/** Checks a baseline: a file of this tool, which no version of the specification knows. */
export type ValidateBaseline = (document: unknown) => readonly Issue[]

/** Gives the compiled schema at a place below the folder of the schemas, such as `1.0.0/error.schema.json`. */
export type CompiledSchemas = (path: string) => ValidateFunction

/** Makes a validator of schemas that are compiled. This module does not need the compiler, which takes long to load. */
export function createValidator(schemas: CompiledSchemas): Validate {
  return (kind, version, document) => {
    if (!hasSchema(version, kind)) throw new RangeError(`version ${version} of the specification has no ${kind}`)
    return issuesOf(schemas(`${version}/${kind}.schema.json`), document, '')
  }
}

/** The same for the schemas of plugin types. */
export function createPluginValidator(schemas: CompiledSchemas): ValidatePlugin {
  return (type, document, pointer) => issuesOf(schemas(`plugins/${type}.schema.json`), document, pointer)
}

/** The same for baselines. */
export function createBaselineValidator(schemas: CompiledSchemas): ValidateBaseline {
  return (document) => issuesOf(schemas('baseline.schema.json'), document, '')
}

/** What a compiled schema does not allow in the part of a document at a pointer. */
function issuesOf(schema: ValidateFunction, document: unknown, instancePath: string): readonly Issue[] {
  const root = { parentData: {}, parentDataProperty: '', rootData: {}, dynamicAnchors: {} }
  if (schema(valueAt(document, instancePath), { instancePath, ...root })) return []
  // A condition says nothing of its own beside its consequence, nor does the rule for keys beside what is wrong with one.
  const telling = (schema.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
  const issues = telling.map((error) => ({
    pointer: pointerOf(error),
    message: sentenceOf(error, document),
    keyword: error.propertyName === undefined ? error.keyword : 'propertyNames',
  }))
  return issues.filter(({ message }, index) => issues.findIndex((other) => other.message === message) === index)
}

/** What is missing is at the place where it should be, and a key at the place of its value. */
function pointerOf({ keyword, instancePath, params, propertyName }: ErrorObject): string {
  const name = keyword === 'required' || keyword === 'dependentRequired' ? params.missingProperty : propertyName
  return name === undefined ? instancePath : instancePath + segment(name)
}
