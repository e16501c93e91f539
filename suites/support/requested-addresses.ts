import { isJsonObject } from '../../spec/json.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import type { CheckContext } from './context.ts'

/** The configuration of the case, with a runtime that asks for these addresses (CONVENTIONS.md, "args" in network config). */
export function requestingAddresses(
  { configuration, target }: CheckContext,
  addresses: readonly string[],
): PluginConfiguration {
  const plugin: PluginConfiguration = configuration?.plugin ?? { type: target.name }
  const args = isJsonObject(plugin.args) ? plugin.args : {}
  const cni = isJsonObject(args.cni) ? args.cni : {}
  return { ...plugin, args: { ...args, cni: { ...cni, ips: addresses } } }
}
