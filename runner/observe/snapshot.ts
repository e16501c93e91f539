import type { BridgeVlan, ForwardingEntry } from './bridges.ts'
import type { FileEntry } from './files.ts'
import { type FirewallEntry, firewallViews } from './firewall.ts'
import type { InterfaceAddress } from './interface-addresses.ts'
import type { Link } from './links.ts'
import type { Neighbour } from './neighbours.ts'
import type { Route } from './routes.ts'
import type { Rule } from './rules.ts'
import type { Sysctl } from './sysctls.ts'
import type { TrafficControl } from './traffic-control.ts'

/** What is observed by itself: one part may be missing when the others are not. `links` includes their addresses. */
export const parts = [
  'links',
  'neighbours',
  'proxy-neighbours',
  'ipv4-routes',
  'ipv6-routes',
  'ipv4-rules',
  'ipv6-rules',
  'bridge-vlans',
  'bridge-forwarding',
  ...firewallViews,
  'traffic-control',
  'sysctls',
  'namespaces',
  'files',
] as const

export type Part = (typeof parts)[number]

/** A part that was asked for and could not be observed. */
export interface MissingPart {
  readonly part: Part
  /** What the tool said. */
  readonly reason: string
}

/** What the kernel and the file system say about one network namespace. Plain data: it can be written as JSON. */
export interface Snapshot {
  /** The parts that the lists below are complete in. A list is empty too where nothing was observed. */
  readonly observed: readonly Part[]
  readonly missing: readonly MissingPart[]
  readonly links: readonly Link[]
  readonly addresses: readonly InterfaceAddress[]
  readonly neighbours: readonly Neighbour[]
  readonly routes: readonly Route[]
  readonly rules: readonly Rule[]
  readonly bridgeVlans: readonly BridgeVlan[]
  readonly forwarding: readonly ForwardingEntry[]
  readonly firewall: readonly FirewallEntry[]
  readonly trafficControl: readonly TrafficControl[]
  readonly sysctls: readonly Sysctl[]
  /** Names of network namespaces. */
  readonly namespaces: readonly string[]
  readonly files: readonly FileEntry[]
}
