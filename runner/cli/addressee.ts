import type { Requirement } from '../../spec/requirement.ts'

/** Whom a requirement binds: `interface, chained plugins`, or `runtimes`. */
export function addresseeOf({ binds, kinds }: Requirement): string {
  return binds === 'plugin' ? `${kinds.join(', ')} plugins` : `${binds}s`
}
