import type { JsonObject } from '../../spec/json.ts'
import { numberIn, objectsIn, parseJsonOutput, textIn, textsIn } from './json-output.ts'
import type { Link } from './links.ts'

/** A VLAN that a bridge or a port of it lets through. */
export interface BridgeVlan {
  readonly device: string
  /** One number, or a range such as `100-200`. */
  readonly vlan: string
  readonly pvid: boolean
  readonly untagged: boolean
  /** The VLAN that the kernel gives to every port. */
  readonly kernel: boolean
}

/** A MAC address that somebody put into the forwarding table of a bridge or VXLAN; learned ones are left out. */
export interface ForwardingEntry {
  readonly device: string
  readonly mac: string
  readonly destination: string | null
  readonly vlan: number | null
}

/** From `bridge -j vlan show`. */
export function parseBridgeVlans(output: string): readonly BridgeVlan[] {
  return parseJsonOutput(output).flatMap((port) =>
    objectsIn(port, 'vlans').map((object) => {
      const first = numberIn(object, 'vlan') ?? 0
      const last = numberIn(object, 'vlanEnd')
      const flags = textsIn(object, 'flags')
      const pvid = flags.includes('PVID')
      const untagged = flags.includes('Egress Untagged')
      return {
        device: textIn(port, 'ifname') ?? '',
        vlan: last === undefined ? String(first) : `${first}-${last}`,
        pvid,
        untagged,
        kernel: first === 1 && last === undefined && pvid && untagged,
      }
    }),
  )
}

/** From `bridge -j fdb show`. The links tell which entries are the interfaces' own MAC addresses. */
export function parseForwarding(output: string, links: readonly Link[]): readonly ForwardingEntry[] {
  const own = new Set(links.map(({ mac }) => mac))
  return parseJsonOutput(output)
    .filter((object) => isChosen(object) && !own.has(textIn(object, 'mac') ?? ''))
    .map((object) => ({
      device: textIn(object, 'ifname') ?? '',
      mac: textIn(object, 'mac') ?? '',
      destination: textIn(object, 'dst') ?? null,
      vlan: numberIn(object, 'vlan') ?? null,
    }))
}

/** Multicast groups come and go with IP addresses, entries without a state are learned. */
function isChosen(object: JsonObject): boolean {
  const state = textIn(object, 'state') ?? ''
  return (state === 'permanent' || state === 'static') && !/^(33:33|01:00:5e)/.test(textIn(object, 'mac') ?? '')
}
