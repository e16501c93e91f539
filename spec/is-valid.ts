import type { SchemaKind } from './schema-kinds.ts'
import type { DocumentOf } from './types/document.ts'
import type { Validate } from './validate.ts'
import type { SpecVersion } from './versions.ts'

/**
 * Makes a type guard of a validator. A document that satisfies its schema has its type as well: the self-test of the types holds
 * them to the schemas.
 */
export function createGuard(validate: Validate) {
  return <Kind extends SchemaKind, Version extends SpecVersion>(
    kind: Kind,
    version: Version,
    document: unknown,
  ): document is DocumentOf<Kind, Version> => validate(kind, version, document).length === 0
}
