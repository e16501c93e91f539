/**
 * What runtimes and plugins have agreed on beside the specification (CONVENTIONS.md). All of it is open: a runtime may pass what
 * is not listed here.
 */
import type { JsonObject } from '../json.ts'

/** Values for the capabilities that a plugin declares, by capability. */
export type RuntimeConfig = JsonObject & {
  /** Ports of the host that lead to ports of the container. */
  readonly portMappings?: readonly PortMapping[]
  /** Pools to allocate addresses from: one address from each of the outer lists. */
  readonly ipRanges?: readonly (readonly IpRange[])[]
  /** Limits for the traffic of the interface. */
  readonly bandwidth?: Bandwidth
  /** What the container needs to resolve names. The keys are not those of `dns` in a configuration. */
  readonly dns?: RuntimeDns
  /** Addresses for the interface, with or without the length of their prefix: `10.1.0.5/16`, `2001:db8::5`. */
  readonly ips?: readonly string[]
  /** The hardware address for the interface: `c2:11:22:33:44:55`. */
  readonly mac?: string
  /** The GUID for an InfiniBand interface: `c2:11:22:33:44:55:66:77`. */
  readonly infinibandGUID?: string
  /** The device that belongs to the network, as the platform calls it: `0000:04:00.5`. */
  readonly deviceID?: string
  /** Names by which other containers of the network find this one. */
  readonly aliases?: readonly string[]
  /** The control group of the container or its pod, as a path below the hierarchy. */
  readonly cgroupPath?: string
}

/** One port of the host that leads to a port of the container. */
export type PortMapping = JsonObject & {
  readonly hostPort: number
  readonly containerPort: number
  /** `tcp`, `udp` or `sctp`. */
  readonly protocol?: string
}

/** A part of a subnet, as in the `ranges` of host-local. */
export type IpRange = JsonObject & {
  /** The subnet: `10.1.2.0/24`. */
  readonly subnet: string
  /** The first address to allocate. */
  readonly rangeStart?: string
  /** The last address to allocate. */
  readonly rangeEnd?: string
  readonly gateway?: string
}

/** Rates in bits per second, bursts in bits. Ingress is what goes into the container. */
export type Bandwidth = JsonObject & {
  readonly ingressRate?: number
  readonly ingressBurst?: number
  readonly egressRate?: number
  readonly egressBurst?: number
}

/** The capability `dns`. */
export type RuntimeDns = JsonObject & {
  /** Addresses of name servers. */
  readonly servers?: readonly string[]
  /** Domains to try for short host names. */
  readonly searches?: readonly string[]
  /** Options for the resolver. */
  readonly options?: readonly string[]
}

/** Data that a plugin may ignore: the key `args`, since 0.2.0. */
export type Args = JsonObject & {
  /** The arguments that have a meaning by convention. */
  readonly cni?: JsonObject & {
    readonly labels?: readonly Label[]
    /** Addresses to ask for, with or without the length of their prefix. */
    readonly ips?: readonly string[]
  }
}

export type Label = JsonObject & {
  readonly key: string
  readonly value: string
}
