/**
 * What a plugin gets on standard input: its configuration with what the runtime knows (section 3, Deriving request configuration
 * from plugin configuration). `Own` are the keys of the plugin, as in a configuration.
 */
import type { JsonObject } from '../json.ts'
import type { SpecVersion } from '../versions.ts'
import type { PluginConfig } from './configuration.ts'
import type { RuntimeConfig } from './conventions.ts'
import type { AddResult } from './result.ts'
import type { Since } from './since.ts'

/** The input of ADD. `prevResult` is the result of the plugin before this one; the first of a list has none. */
export type AddRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? AttachmentRequest<Version, Own> &
      (Version extends Since<'0.3.0'> ? { readonly prevResult?: AddResult<Version> } : unknown)
  : never

/** The input of DEL. `prevResult` is the final result of the ADD, since 0.4.0. A plugin has to do without it (stand A-17). */
export type DelRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? AttachmentRequest<Version, Own> &
      (Version extends Since<'0.4.0'> ? { readonly prevResult?: AddResult<Version> } : unknown)
  : never

/** The input of CHECK, since 0.4.0. `prevResult` is the final result of the ADD. */
export type CheckRequest<Version extends SpecVersion = Since<'0.4.0'>, Own = JsonObject> =
  Version extends Since<'0.4.0'> ? AttachmentRequest<Version, Own> & { readonly prevResult: AddResult<Version> } : never

/** The input of STATUS, since 1.1.0. */
export type StatusRequest<Version extends SpecVersion = Since<'1.1.0'>, Own = JsonObject> =
  Version extends Since<'1.1.0'> ? PluginRequest<Version, Own> : never

/** The input of GC, since 1.1.0. */
export type GcRequest<Version extends SpecVersion = Since<'1.1.0'>, Own = JsonObject> =
  Version extends Since<'1.1.0'>
    ? PluginRequest<Version, Own> & {
        /** The attachments to the network that still exist. What belongs to others may be removed. */
        readonly 'cni.dev/valid-attachments': readonly ValidAttachment[]
      }
    : never

/** An attachment that still exists. */
export type ValidAttachment = {
  /** CNI_CONTAINERID of its ADD. */
  readonly containerID: string
  /** CNI_IFNAME of its ADD. */
  readonly ifname: string
}

/** The input of VERSION, since 1.0.0. The operation is older, but had no input. */
export type VersionRequest<Version extends SpecVersion = Since<'1.0.0'>> =
  Version extends Since<'1.0.0'>
    ? {
        /** The version of the specification in use. */
        readonly cniVersion: string
      }
    : never

/** What every operation but VERSION gets. */
type PluginRequest<Version extends SpecVersion, Own> = PluginConfig<Version, Own> & {
  /** The version of the specification that the runtime has selected. */
  readonly cniVersion: Version
  /** The name of the network. */
  readonly name: string
}

/** What the operations on an attachment get. */
type AttachmentRequest<Version extends SpecVersion, Own> = PluginRequest<Version, Own> &
  (Version extends Since<'0.3.0'>
    ? {
        /** Values for those capabilities that the plugin declares and the runtime provides. */
        readonly runtimeConfig?: RuntimeConfig
      }
    : unknown) &
  // The capabilities became the runtimeConfig. The text forbids to pass them on since 1.0.0.
  (Version extends Since<'1.0.0'> ? { readonly capabilities?: never } : unknown)
