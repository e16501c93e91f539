/**
 * What plugins print (section 5).
 *
 * The types have no index signature, although a plugin may print keys of its own: an object with more keys is assignable all the
 * same, while a misspelt key in a literal is an error. They are aliases rather than interfaces, because only an alias is
 * assignable to `JsonObject`.
 */
import type { SpecVersion } from '../versions.ts'
import type { Dns } from './dns.ts'
import type { Since } from './since.ts'

/**
 * The result of ADD in the form of a version (section 5, ADD Success). Without an argument it is the union of all versions, which
 * `cniVersion` tells apart.
 */
export type AddResult<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'0.3.0'>
    ? {
        /** The version of the specification that the result follows: the one of the request. */
        readonly cniVersion: Version
        /** The interfaces that the attachment made, those on the host included. */
        readonly interfaces?: readonly Interface<Version>[]
        /** The addresses of the attachment. */
        readonly ips?: readonly Ip<Version>[]
        /** The routes of the attachment. */
        readonly routes?: readonly Route<Version>[]
        /** What the container needs to resolve names. */
        readonly dns?: Dns
      }
    : AddressPerFamily<Version>

/**
 * The result of ADD of an IPAM plugin (section 5, Delegated plugins). It knows nothing of interfaces: since 1.0.0 it must not
 * name any.
 */
export type IpamResult<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.0.0'>
    ? {
        /** The version of the specification that the result follows: the one of the request. */
        readonly cniVersion: Version
        readonly interfaces?: never
        /** The addresses that were allocated. */
        readonly ips?: readonly AllocatedIp[]
        /** The routes of the attachment. */
        readonly routes?: readonly Route<Version>[]
        /** What the container needs to resolve names. */
        readonly dns?: Dns
      }
    : AddResult<Version>

/** Before 0.3.0 a result has one address of each family at most. */
type AddressPerFamily<Version extends SpecVersion> = {
  /** The version of the specification that the result follows: the one of the request. */
  readonly cniVersion: Version
  /** The IPv4 side of the attachment. */
  readonly ip4?: FamilyConfiguration
  /** The IPv6 side of the attachment. */
  readonly ip6?: FamilyConfiguration
  /** What the container needs to resolve names. */
  readonly dns?: Dns
}

/** The address of one family with its gateway and its routes, in a result of 0.1.0 or 0.2.0. */
export type FamilyConfiguration = {
  /** The address with the length of its prefix: `10.1.0.5/16`. */
  readonly ip: string
  /** The gateway of the subnet: `10.1.0.1`. */
  readonly gateway?: string
  /** Routes of the same family. */
  readonly routes?: readonly Route<'0.1.0'>[]
}

/** An interface that the attachment made, in the container or on the host. */
export type Interface<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.1.0'>
    ? InterfacePlace & {
        /** The largest packet that the interface takes, in bytes. */
        readonly mtu?: number
        /** The absolute path of the socket file that belongs to the interface. */
        readonly socketPath?: string
        /** What the platform calls the PCI device of the interface: `0000:03:00.1`. */
        readonly pciID?: string
      }
    : InterfacePlace

type InterfacePlace = {
  /** The name of the interface: `eth0`. */
  readonly name: string
  /** The hardware address, where the interface has one: `00:11:22:33:44:55`. */
  readonly mac?: string
  /**
   * Where the interface is: CNI_NETNS, or what identifies the virtual machine. Absent or empty for an interface on the host.
   */
  readonly sandbox?: string
}

/** An address of the attachment. Before 1.0.0 it names its family. */
export type Ip<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.0.0'>
    ? InterfaceAddress
    : InterfaceAddress & {
        /** The family of address and gateway. */
        readonly version: '4' | '6'
      }

type InterfaceAddress = {
  /** The address with the length of its prefix: `10.1.0.5/16`. */
  readonly address: string
  /** The default gateway of the subnet, if it has one: `10.1.0.1`. */
  readonly gateway?: string
  /** The place in `interfaces`, counted from 0, of the interface that has the address. */
  readonly interface?: number
}

/** An address from an IPAM plugin, without the interface that it will be on. */
export type AllocatedIp = Omit<InterfaceAddress, 'interface'> & { readonly interface?: never }

/** A route of the container. */
export type Route<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'1.1.0'>
    ? Destination & {
        /** The largest packet that the path takes, in bytes. */
        readonly mtu?: number
        /** The segment size to advertise for TCP, in bytes. */
        readonly advmss?: number
        /** The metric: of several routes the one with the lowest is taken. */
        readonly priority?: number
        /** The number of the routing table. */
        readonly table?: number
        /** How far the destination is: 0 anywhere, 253 on the link, 254 on the host. */
        readonly scope?: number
      }
    : Destination

type Destination = {
  /** The destination as a network: `0.0.0.0/0`. */
  readonly dst: string
  /** The next hop. Without it the gateway of an address may be meant. */
  readonly gw?: string
}

/** The result of VERSION (section 5, VERSION Success). 0.1.0 has no such operation. */
export type VersionResult<Version extends SpecVersion = SpecVersion> =
  Version extends Since<'0.2.0'>
    ? {
        /** The version of the specification in use; since 1.0.0 the one of the request. */
        readonly cniVersion: string
        /** All versions of the specification that the plugin supports, at least one. */
        readonly supportedVersions: readonly string[]
      }
    : never

/** What a plugin prints when an operation failed (section 5, Error), in every version. */
export type CniError = {
  /** The version of the specification in use. */
  readonly cniVersion?: string
  /** What kind of failure it is: below 100 one of the specification's codes (`errorCodes`), from 100 on the plugin's own. */
  readonly code: number
  /** The failure in a few words. */
  readonly msg: string
  /** The failure at length. */
  readonly details?: string
}
