import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'
import { describeOutcome } from './describe-outcome.ts'
import { Blocked } from './interruptions.ts'

/** Whether the plugin found nothing wrong. What it prints besides, and should not, is for others to judge, such as CHECK-009. */
export function isAccepted({ record, document }: Invocation): boolean {
  if (record.outcome === 'malformed') return record.exitCode === 0 && !isErrorObject(document)
  return record.outcome === 'success'
}

/** Blocks the check unless the plugin found nothing wrong so far: without that, a refusal proves nothing. */
export function demandAccepted(invocation: Invocation, what: string): Invocation {
  if (!isAccepted(invocation)) throw new Blocked(`${what} has to succeed first, but ${describeOutcome(invocation)}`)
  return invocation
}
