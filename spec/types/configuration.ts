/**
 * What administrators write (section 1).
 *
 * A plugin defines keys of its own, so that any key is legal in its configuration. That is the default of `Own`, and it means that a
 * misspelt key is no error. Whoever knows the plugin names its keys instead:
 * `PluginConfig<'1.0.0', { readonly bridge?: string }>`.
 */
import type { JsonObject } from '../json.ts'
import type { SpecVersion } from '../versions.ts'
import type { Args, RuntimeConfig } from './conventions.ts'
import type { Dns } from './dns.ts'
import type { Route } from './result.ts'
import type { Since } from './since.ts'

/** The configuration of one plugin (section 1, Plugin configuration objects). */
export type PluginConfig<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? Own & WellKnownKeys<Version> & RuntimeKeys<Version>
  : never

type WellKnownKeys<Version extends SpecVersion> = {
  /** The plugin: the name of its executable, without a path. */
  readonly type: string
  /** Whether the host hides the addresses of the network behind its own, if the plugin can do that. */
  readonly ipMasq?: boolean
  /** Which IPAM plugin gives out the addresses. */
  readonly ipam?: Ipam<Version>
  /** What the containers of the network need to resolve names. */
  readonly dns?: Dns
}

/** What a runtime may give to the plugin, and what the plugin wants to get from it. */
type RuntimeKeys<Version extends SpecVersion> = (Version extends Since<'0.2.0'>
  ? {
      /** Data that the plugin may ignore. Since 1.0.0 it has no place in a file. */
      readonly args?: Args
    }
  : unknown) &
  (Version extends Since<'0.3.0'>
    ? {
        /** What the plugin wants to get in `runtimeConfig`: the names of capabilities. */
        readonly capabilities?: Capabilities
        /** What the runtime provides for the capabilities. It has no place in a file. */
        readonly runtimeConfig?: RuntimeConfig
      }
    : unknown)

/** Whether a plugin wants a capability, by name. The well-known ones are the keys of `RuntimeConfig`. */
export type Capabilities = { readonly [capability: string]: boolean | undefined }

/** Which IPAM plugin gives out the addresses. Its other keys are its own. An empty one asks for no addresses. */
export type Ipam<Version extends SpecVersion = SpecVersion> = JsonObject & {
  /** The IPAM plugin: the name of its executable, without a path. */
  readonly type?: string
} & (Version extends Since<'0.3.0'>
    ? unknown
    : {
        /** Routes for the container. Later versions leave the key to IPAM plugins. */
        readonly routes?: readonly Route<Version>[]
      })

/** A network of one plugin, which exists up to 0.4.0. */
export type NetworkConfig<Version extends SpecVersion = SpecVersion, Own = JsonObject> =
  Version extends Since<'1.0.0'> ? never : PluginConfig<Version, Own> & NetworkKeys<Version>

/** What says which network it is. */
export type NetworkKeys<Version extends SpecVersion> = (Version extends Since<'0.3.0'>
  ? {
      /** The version of the specification that the document follows. */
      readonly cniVersion: Version
    }
  : {
      /** The version of the specification that the document follows. */
      readonly cniVersion?: Version
    }) & {
  /** The name of the network. */
  readonly name: string
}

/** A network of plugins in the order of their execution (section 1, Configuration format), since 0.3.0. */
export type NetworkConfigList<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.1.0'>
    ? AggregatedList<Version>
    : Version extends Since<'1.0.0'>
      ? PlainList<Version, PluginConfig<Version>> & CheckSwitch
      : Version extends Since<'0.4.0'>
        ? PlainList<Version, MemberConfig<Version>> & {
            /** Forbids the runtime to call CHECK. The text asks for a string, runtimes take a boolean as well (stand A-49). */
            readonly disableCheck?: boolean | 'true' | 'false'
          }
        : Version extends Since<'0.3.0'>
          ? PlainList<Version, MemberConfig<Version>>
          : never

type PlainList<Version extends SpecVersion, Plugin> = NetworkKeys<Version> & {
  /** The plugins. */
  readonly plugins: readonly Plugin[]
}

/** Up to 0.4.0 the members of a list are networks of their own, in which the runtime replaces version and name. */
type MemberConfig<Version extends SpecVersion> = PluginConfig<Version> & {
  readonly cniVersion?: string
  readonly name?: string
}

type CheckSwitch = {
  /** Forbids the runtime to call CHECK. */
  readonly disableCheck?: boolean
}

/** Since 1.1.0 a list may have several versions, and plugins from other sources. */
type AggregatedList<Version extends SpecVersion> = CheckSwitch &
  VersionKeys<Version> &
  Plugins<Version> & {
    /** The name of the network. */
    readonly name: string
    /** Forbids the runtime to call GC. */
    readonly disableGC?: boolean
  }

/** At least one of the two keys names the version. */
type VersionKeys<Version extends SpecVersion> =
  | {
      /** The version of the specification that the configuration follows. */
      readonly cniVersion: Version
      /** All versions that the configuration supports. The runtime takes the newest one that it can. */
      readonly cniVersions?: readonly string[]
    }
  | {
      /** A version that the configuration supports. */
      readonly cniVersion?: string
      /** All versions that the configuration supports. The runtime takes the newest one that it can. */
      readonly cniVersions: readonly string[]
    }

/** Only a runtime that looks for plugins elsewhere can do without a list of them. */
type Plugins<Version extends SpecVersion> =
  | {
      /** The plugins, in the order of their execution. */
      readonly plugins: readonly PluginConfig<Version>[]
      /** Forbids the runtime to add plugins from other sources. */
      readonly loadOnlyInlinedPlugins?: boolean
    }
  | {
      /** The plugins, in the order of their execution. */
      readonly plugins?: readonly PluginConfig<Version>[]
      /** Forbids the runtime to add plugins from other sources. */
      readonly loadOnlyInlinedPlugins?: false
    }
