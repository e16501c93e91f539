/**
 * What a plugin gets on standard input: its configuration with what the runtime knows (section 3, Deriving request configuration
 * from plugin configuration). `Own` are the keys of the plugin, as in a configuration.
 */
import type { JsonObject } from '../json.ts'
import type { SpecVersion } from '../versions.ts'
import type { NetworkKeys, PluginConfig } from './configuration.ts'
import type { AddResult } from './result.ts'
import type { Since } from './since.ts'

/** The input of ADD. */
export type AddRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? AttachmentRequest<Version, Own> &
      (Version extends Since<'0.3.0'>
        ? {
            /** The result of the plugin before this one in the list. The first one has none. */
            readonly prevResult?: PrevResult<Version>
          }
        : unknown)
  : never

/** The input of DEL. */
export type DelRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> = Version extends SpecVersion
  ? AttachmentRequest<Version, Own> &
      (Version extends Since<'0.3.0'>
        ? {
            /** The final result of the ADD, since 0.4.0. A plugin has to do without it, and with an empty one (stand A-17). */
            readonly prevResult?: PrevResult<Version> | null
          }
        : unknown)
  : never

/** The input of CHECK, since 0.4.0. */
export type CheckRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> =
  Version extends Since<'0.4.0'>
    ? AttachmentRequest<Version, Own> & {
        /** The final result of the ADD. */
        readonly prevResult: PrevResult<Version>
      }
    : never

/** The input of STATUS, since 1.1.0. */
export type StatusRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> =
  Version extends Since<'1.1.0'> ? NetworkRequest<Version, Own> : never

/** The input of GC, since 1.1.0. */
export type GcRequest<Version extends SpecVersion = SpecVersion, Own = JsonObject> =
  Version extends Since<'1.1.0'> ? NetworkRequest<Version, Own> & ValidAttachments : never

/** The input of VERSION, since 1.0.0. The operation is older, but had no input. */
export type VersionRequest<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.0.0'>
    ? {
        /** The version of the specification in use. */
        readonly cniVersion: Version
        readonly prevResult?: never
      }
    : never

/** An earlier result of ADD. It may lack its version, which is that of the request. */
export type PrevResult<Version extends SpecVersion = SpecVersion> = Partial<AddResult<Version>>

/** The text of 1.1.0 was released with another name of the key. A runtime uses either or both (stand A-11). */
type ValidAttachments = AtLeastOne<{
  /** The attachments to the network that still exist. What belongs to others may be removed. */
  readonly 'cni.dev/valid-attachments': readonly ValidAttachment[]
  /** The same by the name that the released text has. */
  readonly 'cni.dev/attachments': readonly ValidAttachment[]
}>

type AtLeastOne<Keys> = Partial<Keys> & { readonly [Key in keyof Keys]: Pick<Keys, Key> }[keyof Keys]

/** An attachment that still exists. */
export type ValidAttachment = {
  /** CNI_CONTAINERID of its ADD. */
  readonly containerID: string
  /** CNI_IFNAME of its ADD. */
  readonly ifname: string
}

type Request<Version extends SpecVersion, Own> = PluginConfig<Version, Own> & NetworkKeys<Version>

/** What the operations on an attachment get. Since 1.0.0 `runtimeConfig` takes the place of the capabilities. */
type AttachmentRequest<Version extends SpecVersion, Own> = Request<Version, Own> &
  (Version extends Since<'1.0.0'> ? { readonly capabilities?: never } : unknown)

/** What the operations get that are about no attachment. */
type NetworkRequest<Version extends SpecVersion, Own> = Request<Version, Own> & { readonly prevResult?: never }
