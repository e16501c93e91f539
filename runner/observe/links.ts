import type { JsonObject } from '../../spec/json.ts'
import { numberIn, objectIn, textIn, textsIn } from './json-output.ts'

/** A network interface. */
export interface Link {
  readonly name: string
  readonly ifindex: number
  /** `veth`, `bridge`, …; null for hardware and for lo. */
  readonly kind: string | null
  readonly mac: string | null
  readonly mtu: number
  /** Set up by somebody, whether or not there is a carrier. */
  readonly up: boolean
  /** Flags that somebody set: `PROMISC`, `ALLMULTI`, `NOARP`. */
  readonly flags: readonly string[]
  /** The bridge or VRF that it is a port of. */
  readonly master: string | null
  readonly peer: Peer | null
  readonly txQueueLength: number | null
  readonly alias: string | null
  readonly alternativeNames: readonly string[]
  /** How its kind is configured, such as `vlan_filtering` of a bridge and, where it is a port, `port.hairpin`. */
  readonly settings: Readonly<Record<string, string>>
  /** A fallback device that the kernel puts into every network namespace when the module of a tunnel is loaded. */
  readonly kernel: boolean
}

/** The other end of a veth, or the parent of a VLAN, macvlan or ipvlan. */
export type Peer =
  | { readonly name: string }
  /** In another network namespace, to which the kernel gave the number `netnsid`. */
  | { readonly ifindex: number; readonly netnsid: number | null }

/** From `ip -j -d address show`. */
export function parseLinks(interfaces: readonly JsonObject[]): readonly Link[] {
  return interfaces.map((object) => {
    const info = objectIn(object, 'linkinfo')
    const name = textIn(object, 'ifname') ?? ''
    const flags = textsIn(object, 'flags')
    return {
      name,
      ifindex: numberIn(object, 'ifindex') ?? 0,
      kind: textIn(info, 'info_kind') ?? null,
      mac: textIn(object, 'address') ?? null,
      mtu: numberIn(object, 'mtu') ?? 0,
      up: flags.includes('UP'),
      flags: flags.filter((flag) => ['PROMISC', 'ALLMULTI', 'NOARP'].includes(flag)),
      master: textIn(object, 'master') ?? null,
      peer: parsePeer(object),
      txQueueLength: numberIn(object, 'txqlen') ?? null,
      alias: textIn(object, 'ifalias') ?? null,
      alternativeNames: textsIn(object, 'altnames'),
      settings: {
        ...chosen(objectIn(info, 'info_data'), settingsOfKinds),
        ...chosen(objectIn(info, 'info_slave_data'), settingsOfPorts, 'port.'),
      },
      kernel: fallbackDevices.has(name),
    }
  })
}

function parsePeer(object: JsonObject): Peer | null {
  const name = textIn(object, 'link')
  if (name !== undefined) return { name }
  const ifindex = numberIn(object, 'link_index')
  return ifindex === undefined ? null : { ifindex, netnsid: numberIn(object, 'link_netnsid') ?? null }
}

/** What is configured; the rest of what the kernel tells about a kind are timers, identifiers and defaults. */
const settingsOfKinds = [
  'flags',
  'id',
  'local',
  'mode',
  'port',
  'protocol',
  'remote',
  'stp_state',
  'table',
  'vlan_default_pvid',
  'vlan_filtering',
]

const settingsOfPorts = ['hairpin', 'isolated', 'learning', 'table']

function chosen(data: JsonObject, keys: readonly string[], prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = data[key]
      return value === undefined ? [] : [[`${prefix}${key}`, typeof value === 'string' ? value : JSON.stringify(value)]]
    }),
  )
}

const fallbackDevices: ReadonlySet<string> = new Set([
  'erspan0',
  'gre0',
  'gretap0',
  'ip6_vti0',
  'ip6gre0',
  'ip6tnl0',
  'ip_vti0',
  'sit0',
  'tunl0',
])
