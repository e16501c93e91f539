/**
 * What administrators write (section 1).
 *
 * A plugin defines keys of its own, so that any key of JSON is legal in its configuration. That is the default of `Own`, and it
 * means that a misspelt key is no error. Whoever knows the plugin names its keys instead:
 * `PluginConfig<'1.0.0', { readonly bridge?: string }>`.
 */
import type { JsonObject } from '../json.ts'
import type { SpecVersion } from '../versions.ts'
import type { Args } from './conventions.ts'
import type { Dns } from './dns.ts'
import type { Since } from './since.ts'

/** One plugin of a network (section 1, Plugin configuration objects). */
export type PluginConfig<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? Own & WellKnownKeys & VersionedKeys<Version>
  : never

/** The keys of a plugin configuration that the specification gives a meaning, in every version. */
export type WellKnownKeys = {
  /** The name of the plugin: that of its executable, without a path. */
  readonly type: string
  /** Whether the host hides the addresses of the network behind its own, where the plugin can do that. */
  readonly ipMasq?: boolean
  /** How addresses are managed. The keys beside `type` are those of the IPAM plugin. */
  readonly ipam?: Ipam
  /** What the containers of the network need to resolve names. */
  readonly dns?: Dns
}

/** The keys that a version added. */
type VersionedKeys<Version extends SpecVersion> = (Version extends Since<'0.2.0'>
  ? {
      /** Data from the runtime that the plugin may ignore. Since 1.0.0 only a runtime should set it. */
      readonly args?: Args
    }
  : unknown) &
  (Version extends Since<'0.3.0'>
    ? {
        /** What the runtime may pass in `runtimeConfig`, by capability. */
        readonly capabilities?: Capabilities
      }
    : unknown)

/** The capabilities that a plugin has, by name. The well-known ones are the keys of `RuntimeConfig`. */
export type Capabilities = { readonly [capability: string]: boolean | undefined }

/** The part of a configuration that is for the IPAM plugin. */
export type Ipam = JsonObject & {
  /** The name of the IPAM plugin: that of its executable, without a path. */
  readonly type: string
}

/** A network of one plugin, which 1.0.0 did away with. */
export type NetworkConfig<Version extends SpecVersion = Exclude<SpecVersion, Since<'1.0.0'>>, Own = JsonObject> =
  Version extends Since<'1.0.0'> ? never : PluginConfig<Version, Own> & NetworkIdentity<Version>

type NetworkIdentity<Version extends SpecVersion> = {
  /** The version of the specification that the configuration follows. */
  readonly cniVersion: Version
  /** The name of the network. */
  readonly name: string
}

/** A network of one or more plugins in the order of their execution (section 1, Configuration format), since 0.3.0. */
export type NetworkConfigList<Version extends SpecVersion = Since<'0.3.0'>> =
  Version extends Since<'0.3.0'> ? NetworkIdentity<Version> & ListKeys<Version> & Plugins<Version> : never

type ListKeys<Version extends SpecVersion> = (Version extends Since<'1.0.0'>
  ? {
      /** Forbids the runtime to call CHECK. */
      readonly disableCheck?: boolean
    }
  : Version extends Since<'0.4.0'>
    ? {
        /** Forbids the runtime to call CHECK. The text asks for a string, runtimes take a boolean as well (stand A-49). */
        readonly disableCheck?: boolean | 'true' | 'false'
      }
    : unknown) &
  (Version extends Since<'1.1.0'>
    ? {
        /** All versions of the specification that the configuration supports. The runtime takes the newest that it can. */
        readonly cniVersions?: readonly string[]
        /** Forbids the runtime to call GC. */
        readonly disableGC?: boolean
        /** Forbids the runtime to add plugins from other sources. */
        readonly loadOnlyInlinedPlugins?: boolean
      }
    : unknown)

type Plugins<Version extends SpecVersion> =
  Version extends Since<'1.1.0'>
    ? {
        /** The plugins. They may also come from other sources, and then the key may be absent. */
        readonly plugins?: readonly PluginConfig<Version>[]
      }
    : {
        /** The plugins. */
        readonly plugins: readonly PluginConfig<Version>[]
      }
