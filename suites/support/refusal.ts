import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'

/**
 * Whether the plugin itself decided to fail. Whether it prints that as it should is for ERROR-002 to judge, and whether its exit
 * status says the same for ERROR-001.
 */
export function isRefusal({ record, document }: Invocation): boolean {
  if (record.outcome === 'malformed') return record.exitCode !== 0 || isErrorObject(document)
  return record.outcome === 'cni-error'
}
