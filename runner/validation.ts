import { createGuard } from '../spec/is-valid.ts'
import { validate } from './schemas.ts'

/**
 * Validation in a program: `cni-conformance/validation`.
 *
 * @module
 */
export { validate, validatePlugin } from './schemas.ts'

/** Whether a document is valid; for the compiler it then has the type of its kind and version. */
export const isValid: ReturnType<typeof createGuard> = createGuard(validate)
