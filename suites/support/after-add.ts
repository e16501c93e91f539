import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isJsonObject } from '../../spec/json.ts'
import type { PreparedCall } from './context.ts'
import type { CallOptions } from './plugin.ts'

/** Options for calls about an attachment after its ADD, with what that printed, if it did, as prevResult. */
export function afterAdd(call: PreparedCall, added: Invocation | undefined): CallOptions {
  return isJsonObject(added?.document) ? { ...call, prevResult: added.document } : call
}
