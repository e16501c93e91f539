import type { JsonObject } from '../../spec/json.ts'
import type { CheckContext, PreparedCall } from './context.ts'
import { setUpDelegation } from './delegation.ts'
import type { FakeDelegate } from './fake-delegate.ts'
import { type CallOptions, withOptions } from './plugin.ts'

/** A context whose calls of the plugin all lead to the fake IPAM plugin. */
export interface FakedContext extends CheckContext {
  readonly delegate: FakeDelegate
}

/**
 * The plugin alone: no fault of an IPAM plugin can be taken for one of its own, because it delegates to the fake one, if it does so
 * at all.
 */
export function standAlone(context: CheckContext): Promise<CheckContext> {
  return context.target.delegatesIpam ? withFakeIpam(context) : Promise.resolve(context)
}

/** Makes the plugin delegate to the fake IPAM plugin, which gives each attachment an address of its own. Since 1.0.0. */
export async function withFakeIpam(context: CheckContext): Promise<FakedContext> {
  const { delegate, options } = await setUpDelegation(context)
  let attachments = 0
  const prepare = async (more: CallOptions = {}): Promise<PreparedCall> => {
    await delegate.answer('ADD', allocation(context, attachments++))
    return context.prepare({ ...options, ...more })
  }
  return {
    ...context,
    plugin: withOptions(context.plugin, options),
    delegate,
    prepare,
    attach: async (more) => context.attachPrepared(await prepare(more)),
  }
}

/** Different routes, too: a container may be attached twice. */
function allocation({ specVersion: cniVersion }: CheckContext, index: number): JsonObject {
  const gateway = '10.99.7.1'
  return {
    cniVersion,
    ips: [{ address: `10.99.7.${index + 5}/24`, gateway }],
    routes: [{ dst: `10.${index + 100}.0.0/16`, gw: gateway }],
  }
}
