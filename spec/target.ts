import type { ErrorCode } from './error-codes.ts'
import type { Json, JsonObject } from './json.ts'
import type { PluginType } from './plugin-types.ts'
import type { CheckId } from './registry.ts'
import type { PluginKind } from './requirement.ts'
import type { SpecVersion } from './versions.ts'

/** A plugin configuration object (section 1) without `cniVersion` and `name`, which the runtime inserts. */
export type PluginConfiguration = JsonObject & { readonly type: string }

/** One way of configuring a target. All of a target's configurations are judged. */
export interface TargetConfiguration {
  /** What is special about it: `ipv4`, `ipv6`, `dual-stack`, or the name of the file that it came from. */
  readonly name: string
  /** The oldest and the newest version that can express it; 0.2.0 cannot hold two addresses of a family, for one. */
  readonly from?: SpecVersion
  readonly to?: SpecVersion
  /** The name of the network (section 1, `name`). */
  readonly network: string
  readonly plugin: PluginConfiguration
  /** Plugins that run before it in the chain and whose result it gets as `prevResult`. Empty for the head of a chain. */
  readonly before: readonly PluginConfiguration[]
  /** Values that the runtime provides for the capabilities that `plugin` declares (CONVENTIONS.md). */
  readonly capabilityArguments?: JsonObject
  /** A key of `plugin` that no two attachments may have the same value for, such as the device that goes into a container. */
  readonly exclusive?: ExclusiveKey
}

export interface ExclusiveKey {
  readonly key: string
  /** Each attachment gets the next one. */
  readonly values: readonly Json[]
}

export interface InvalidConfiguration {
  /** What is wrong with it, as a noun phrase. */
  readonly flaw: string
  readonly code: ErrorCode
  readonly plugin: PluginConfiguration
}

/** Something that goes wrong after ADD, and that a plugin of this type can be expected to notice on CHECK (stand A-35). */
export interface Damage {
  /** The check that does it. */
  readonly check: Extract<CheckId, `CHECK-004/${string}` | `CHECK-005/${string}`>
  /** What is done, as a clause: `the bridge is set down`. */
  readonly what: string
  readonly in: 'host' | 'container'
  /** The command that does it. */
  readonly argv: readonly string[]
}

/** What a plugin relies on while it works, each with the command that ends it on the host of a sandbox. */
export interface Services {
  /** Its daemon. */
  readonly daemon?: readonly string[]
  /** The server of the network that it gets addresses from. */
  readonly addressServer?: readonly string[]
}

/** An executable under test and how to drive it. Plain data: it crosses process boundaries and goes into the report. */
export interface Target {
  /** The name of the file, which is the `type` that configurations name it by. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** Undefined when nothing is known but that it answers VERSION. */
  readonly kind: PluginKind | undefined
  /** The versions of the specification that its answer to VERSION lists, oldest first; those that do not exist are left out. */
  readonly versions: readonly SpecVersion[]
  /** The type whose documented behaviours it is looked at for; absent when its configurations are not those of the profile. */
  readonly behavesLike?: PluginType
  /** The name of the built-in profile that `configurations` and the fields below come from. */
  readonly profile?: string
  readonly configurations: readonly TargetConfiguration[]
  /** Configurations that it has to refuse, with the code that the specification gives the cause. */
  readonly invalidConfigurations: readonly InvalidConfiguration[]
  /** A configuration with which one attachment takes all that the plugin has to hand out; absent when none is known. */
  readonly exhaustible?: PluginConfiguration
  /** A configuration with which it changes nothing that a result tells of; absent when none is known. */
  readonly invisibleConfiguration?: PluginConfiguration
  /** What its CHECK is to notice beyond what the result lists. */
  readonly noticedDamage: readonly Damage[]
  /** The value for CNI_IFNAME: `eth0`, unless the plugin has no choice. */
  readonly ifname: string
  /** It makes the interface CNI_IFNAME, rather than take one that is there, as loopback does. */
  readonly createsInterface: boolean
  /** It hands the management of addresses to the plugin that `ipam.type` names. */
  readonly delegatesIpam: boolean
  /** It hands all of the work to another plugin, with a configuration that it makes for that one, as flannel does. */
  readonly delegatesAll?: boolean
  /** Commands that prepare the host of a sandbox for it, each an argument vector, such as a parent interface for macvlan. */
  readonly hostSetup: readonly (readonly string[])[]
  /**
   * Commands that prepare the sandbox for one attachment, where each needs something of its own that no other plugin makes. In
   * them `{container}` stands for the name of the network namespace, `{ifname}` for CNI_IFNAME, and `{device}`, which may also be
   * a value of a configuration, for a name that no other attachment has.
   */
  readonly attachmentSetup: readonly (readonly string[])[]
  /** What runs on the host of a sandbox for it; absent when nothing is known to. */
  readonly services?: Services
  /** Host interfaces that remain after DEL by design, because all containers of the network share them. */
  readonly sharedLinks: readonly string[]
  /** What this machine lacks to run it, one sentence each that says how to get it. Its cases are `untestable` if there is any. */
  readonly missing: readonly string[]
}
