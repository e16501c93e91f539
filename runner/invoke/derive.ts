import type { Command } from '../../spec/commands.ts'
import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import { atLeast, isSpecVersion } from '../../spec/versions.ts'

/** What a runtime knows when it calls one plugin of a network. */
export interface Derivation {
  /** The version that the runtime has selected; any string, so that wrong ones can be sent. */
  readonly cniVersion: string
  /** The name of the network. */
  readonly network: string
  readonly plugin: PluginConfiguration
  /** Values for capabilities, by capability. */
  readonly capabilityArguments?: JsonObject
  /** The result of the previous plugin on ADD, the final result of the ADD otherwise. Absent: there is none. */
  readonly prevResult?: Json
}

/**
 * The request configuration: what the plugin gets on standard input (section 3, Deriving request configuration from plugin
 * configuration). Keys of the plugin stay as they are and where they are.
 */
export function deriveRequest(derivation: Derivation): JsonObject {
  const { capabilities, ...plugin } = derivation.plugin
  const runtimeConfig = deriveRuntimeConfig(capabilities, derivation.capabilityArguments ?? {})
  return {
    cniVersion: derivation.cniVersion,
    name: derivation.network,
    ...plugin,
    ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
    ...(derivation.prevResult === undefined ? {} : { prevResult: derivation.prevResult }),
  }
}

/** The values of those capabilities that the plugin declares and the runtime provides; undefined when there is none. */
function deriveRuntimeConfig(declared: Json | undefined, provided: JsonObject): JsonObject | undefined {
  if (!isJsonObject(declared)) return undefined
  const shared = Object.entries(provided).filter(([capability]) => declared[capability] === true)
  return shared.length === 0 ? undefined : Object.fromEntries(shared)
}

/** Whether a version hands the result of ADD to this operation: to later plugins of a chain since 0.3.0, else since 0.4.0. */
export function takesPrevResult(command: Command, cniVersion: string): boolean {
  if (!isSpecVersion(cniVersion)) return true
  return atLeast(cniVersion, command === 'ADD' ? '0.3.0' : '0.4.0')
}
