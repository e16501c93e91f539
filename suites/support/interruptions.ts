import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'
import { describeOutcome } from './describe-outcome.ts'
import { isRefusal } from './refusal.ts'

/** Ends a check whose ground is missing: something that it builds on failed, which another requirement reports. */
export class Blocked extends Error {
  override readonly name = 'Blocked'
}

/** Ends a check that turns out to make no sense for this target. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable'
}

/** Ends a check for which this machine lacks something. The message says what. */
export class Untestable extends Error {
  override readonly name = 'Untestable'
}

/** Blocks the check unless the control run succeeded: without it, a refusal proves nothing. */
export function demandSuccess(invocation: Invocation, what: string): Invocation {
  if (invocation.record.outcome !== 'success')
    throw new Blocked(`${what} has to work first, but ${describeOutcome(invocation)}`)
  return invocation
}

/** Blocks the check when something stays where nothing stood in the way of DEL: DEL-001, DEL-002 and DEL-007 report that. */
export function demandNothingLeft([left]: readonly string[]): void {
  if (left !== undefined) throw new Blocked(`DEL has to clean up first when nothing stands in its way, but ${left}`)
}

/** Blocks the check unless the plugin refused and printed an error object, without which there is no code to judge. */
export function demandErrorObject(invocation: Invocation): Invocation {
  if (isRefusal(invocation) && isErrorObject(invocation.document)) return invocation
  throw new Blocked(`it has to print an error object first, but ${describeOutcome(invocation)}`)
}
