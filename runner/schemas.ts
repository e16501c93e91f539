import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { formatPredicates } from '../spec/formats.ts'
import type { JsonObject } from '../spec/json.ts'
import {
  type CompiledSchemas,
  createBaselineValidator,
  createPluginValidator,
  createValidator,
  type Validate,
  type ValidateBaseline,
  type ValidatePlugin,
} from '../spec/validate.ts'
import { Fault } from './fault.ts'
import { packageRoot } from './package-root.ts'

/** A schema of this package, by its place below `spec/schemas`. */
export function readSchema(path: string): JsonObject {
  return JSON.parse(readFileSync(join(packageRoot, 'spec/schemas', path), 'utf8'))
}

/** Where the build puts the compiled schemas. */
export const validatorsFolder = join(packageRoot, 'dist/spec/validators')

const schemas = compiledSchemas()

/** Checks a document against a schema of this package. */
export const validate: Validate = createValidator(schemas)

/** Checks the keys of a well-known plugin against the schema of its type. */
export const validatePlugin: ValidatePlugin = createPluginValidator(schemas)

/** Checks a baseline. */
export const validateBaseline: ValidateBaseline = createBaselineValidator(schemas)

/** Loads each compiled schema when it is first needed: the suites ask for the same few again and again. */
function compiledSchemas(): CompiledSchemas {
  const require = createRequire(import.meta.url)
  const loaded = new Map<string, ReturnType<CompiledSchemas>>()
  return (path) => {
    const schema = loaded.get(path) ?? require(builtFile(path))(formatPredicates)
    loaded.set(path, schema)
    return schema
  }
}

/** Where the compiled form of a schema is, or will be. */
export function moduleFile(path: string): string {
  return join(validatorsFolder, path.replace(/\.schema\.json$/, '.cjs'))
}

function builtFile(path: string): string {
  const file = moduleFile(path)
  if (existsSync(file)) return file
  throw new Fault(`${file} is missing: npm run build makes it`)
}
