import { attachmentListKeys, concernsAttachment } from '../../runner/invoke/chain.ts'
import { deriveRequest, takesPrevResult } from '../../runner/invoke/derive.ts'
import { type Invocation, invoke } from '../../runner/invoke/invoke.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { Command } from '../../spec/commands.ts'
import type { Json, JsonObject } from '../../spec/json.ts'
import type { PluginConfiguration, Target, TargetConfiguration } from '../../spec/target.ts'
import type { SpecVersion } from '../../spec/versions.ts'
import { withDevice } from './attachment-setup.ts'
import { Blocked } from './interruptions.ts'

/** What a call of the plugin may have that is special; all else is as a runtime would have it. */
export interface CallOptions {
  readonly container?: Container
  readonly containerId?: string
  readonly ifname?: string
  /** Instead of the network of the case. */
  readonly network?: string
  /** Handed over where the version has a place for it. */
  readonly prevResult?: Json
  /** Instead of the version of the case. */
  readonly cniVersion?: string
  /** Instead of the configuration of the case. */
  readonly config?: PluginConfiguration
  /** Instead of those of the configuration. */
  readonly capabilityArguments?: JsonObject
  /** For GC: what is still valid. Absent: the plugin is not told. */
  readonly validAttachments?: readonly ValidAttachment[]
  /** For GC: the names of the key with this list; both of them unless said otherwise, as runtimes do (stand A-11). */
  readonly listKeys?: readonly string[]
  /** Variables to set, or to leave out when undefined. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Instead of the derived request, to the letter; bytes where it is not meant to be text. */
  readonly stdin?: string | Uint8Array
  /** When the plugin gets its input; immediately when absent. */
  readonly inputAfter?: Promise<unknown>
  /** When to kill the plugin with everything that it has started. */
  readonly killAfter?: Promise<unknown>
  /** It does not move on from where it is killed. */
  readonly held?: boolean
}

/** What identifies an attachment in the list of GC. */
export interface ValidAttachment {
  readonly containerId: string
  readonly ifname: string
}

/** The plugin under test. Each call is one execution in the sandbox, and comes back whatever the plugin does. */
export type Plugin = Readonly<
  Record<'add' | 'del' | 'check' | 'status' | 'gc' | 'version', (options?: CallOptions) => Promise<Invocation>>
> & {
  /** The same for an operation that is not known beforehand. */
  readonly call: (command: Command, options?: CallOptions) => Promise<Invocation>
  /** What that would put on standard input. */
  readonly request: (command: Command, options?: CallOptions) => JsonObject
}

export interface PluginSetup {
  readonly sandbox: Sandbox
  readonly target: Target
  readonly specVersion: SpecVersion
  /** Null when nothing is known about the target but its name. */
  readonly configuration: TargetConfiguration | null
  readonly cniPath: readonly string[]
  readonly timeoutMs: number
}

/** The container ID of the container that a check works with unless it says otherwise. */
export const defaultContainerId = 'container-1'

export function plugin(setup: PluginSetup): Plugin {
  const assign = exclusiveSettings(setup)
  const request = (command: Command, options: CallOptions) => requestOf(command, setup, options, assign)
  const call = (command: Command, options: CallOptions = {}) => {
    const { inputAfter, killAfter, held } = options
    return invoke(setup.sandbox, {
      executable: setup.target.path,
      env: environment(command, setup, options),
      stdin: options.stdin ?? JSON.stringify(request(command, options)),
      timeoutMs: setup.timeoutMs,
      ...(inputAfter === undefined ? {} : { inputAfter }),
      ...(killAfter === undefined ? {} : { killAfter }),
      ...(held === undefined ? {} : { held }),
    })
  }
  return byOperation({ call, request: (command, options = {}) => request(command, options) })
}

/** The plugin with some options in every call, unless the call has them itself. */
export function withOptions({ call, request: ask }: Plugin, options: CallOptions): Plugin {
  return byOperation({
    call: (command, more) => call(command, { ...options, ...more }),
    request: (command, more) => ask(command, { ...options, ...more }),
  })
}

function byOperation({ call, request: ask }: Pick<Plugin, 'call' | 'request'>): Plugin {
  return {
    add: (options) => call('ADD', options),
    del: (options) => call('DEL', options),
    check: (options) => call('CHECK', options),
    status: (options) => call('STATUS', options),
    gc: (options) => call('GC', options),
    version: (options) => call('VERSION', options),
    call,
    request: ask,
  }
}

function environment(command: Command, { target, cniPath }: PluginSetup, options: CallOptions): Record<string, string> {
  const attachment: Readonly<Record<string, string | undefined>> = concernsAttachment(command)
    ? {
        CNI_CONTAINERID: options.containerId ?? defaultContainerId,
        CNI_NETNS: options.container?.netns,
        CNI_IFNAME: options.ifname ?? target.ifname,
      }
    : {}
  const all = { CNI_COMMAND: command, ...attachment, CNI_PATH: cniPath.join(':'), ...options.env }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** What the configuration has to say for one attachment only. */
type Assignment = (options: CallOptions) => JsonObject

/** Gives each attachment a value of its own where the configuration needs that, and always the same one. */
function exclusiveSettings({ configuration, target }: PluginSetup): Assignment {
  const exclusive = configuration?.exclusive
  if (exclusive === undefined) return () => ({})
  const assigned = new Map<string, number>()
  return ({ network, config, containerId = defaultContainerId, ifname = target.ifname }) => {
    const attachment = JSON.stringify([config?.name ?? network, containerId, ifname])
    const index = assigned.get(attachment) ?? assigned.size
    assigned.set(attachment, index)
    const value = exclusive.values[index]
    if (value === undefined)
      throw new Blocked(
        `there are ${exclusive.values.length} values of ${exclusive.key} for one attachment each, no more`,
      )
    return { [exclusive.key]: value }
  }
}

function requestOf(command: Command, setup: PluginSetup, options: CallOptions, assign: Assignment): JsonObject {
  const { configuration, target, specVersion } = setup
  const cniVersion = options.cniVersion ?? specVersion
  if (command === 'VERSION') return { cniVersion }
  const derivation = {
    cniVersion,
    network: options.network ?? configuration?.network ?? 'net',
    plugin: withDevice(options.config ?? configuration?.plugin ?? { type: target.name }, {
      container: options.container,
      ifname: options.ifname ?? target.ifname,
    }),
  }
  if (!concernsAttachment(command)) {
    return { ...deriveRequest(derivation), ...(command === 'GC' ? attachmentList(options) : {}) }
  }
  const capabilityArguments = options.capabilityArguments ?? configuration?.capabilityArguments
  return deriveRequest({
    ...derivation,
    plugin: { ...derivation.plugin, ...assign(options) },
    ...(capabilityArguments === undefined ? {} : { capabilityArguments }),
    ...(options.prevResult !== undefined && takesPrevResult(command, cniVersion)
      ? { prevResult: options.prevResult }
      : {}),
  })
}

function attachmentList({ validAttachments, listKeys = attachmentListKeys }: CallOptions): JsonObject {
  if (validAttachments === undefined) return {}
  const list = validAttachments.map(({ containerId, ifname }) => ({ containerID: containerId, ifname }))
  return Object.fromEntries(listKeys.map((key) => [key, list]))
}
