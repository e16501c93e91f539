import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../spec/json.ts'
import { createValidator, type Validate } from '../spec/validate.ts'
import { packageRoot } from './package-root.ts'

/** A schema of this package, by its place below `spec/schemas`. */
export function readSchema(path: string): JsonObject {
  return JSON.parse(readFileSync(join(packageRoot, 'spec/schemas', path), 'utf8'))
}

/** Checks a document against a schema of this package. */
export const validate: Validate = createValidator(readSchema)
