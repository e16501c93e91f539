import { networkOf, sameCidr } from './addresses.ts'
import type { FirewallEntry } from './firewall.ts'
import type { InterfaceAddress } from './interface-addresses.ts'
import type { Link } from './links.ts'
import type { Route } from './routes.ts'
import type { Snapshot } from './snapshot.ts'

export function findLink(snapshot: Snapshot, name: string): Link | undefined {
  return snapshot.links.find((link) => link.name === name)
}

/** The other end, on the host, of a container's veth; undefined when the link is no veth or ends elsewhere. */
export function findPeer(host: Snapshot, link: Link): Link | undefined {
  const { peer, ifindex } = link
  if (link.kind !== 'veth' || peer === null || !('ifindex' in peer)) return undefined
  return host.links.find(
    (other) =>
      other.ifindex === peer.ifindex &&
      other.kind === 'veth' &&
      other.peer !== null &&
      'ifindex' in other.peer &&
      other.peer.ifindex === ifindex,
  )
}

/** The ports of a bridge or VRF. */
export function portsOf(snapshot: Snapshot, master: string): readonly Link[] {
  return snapshot.links.filter((link) => link.master === master)
}

/** All addresses of an interface, with those that the kernel gave it by itself. */
export function addressesOf(snapshot: Snapshot, device: string): readonly InterfaceAddress[] {
  return snapshot.addresses.filter((address) => address.device === device)
}

/** The addresses that equal `cidr`, with its length of prefix, in any spelling: their `device` says where they are. */
export function addressesEqualTo(snapshot: Snapshot, cidr: string): readonly InterfaceAddress[] {
  return snapshot.addresses.filter((address) => sameCidr(address.cidr, cidr))
}

/** The routes of all tables whose destination is the network `cidr`, in any spelling: `0.0.0.0/0` for the default route. */
export function routesTo(snapshot: Snapshot, cidr: string): readonly Route[] {
  const network = networkOf(cidr)
  return network === undefined ? [] : snapshot.routes.filter(({ destination }) => destination === network)
}

/** The rules and set elements of the firewall in which a text occurs, such as an address or an identifier. */
export function firewallMentions(snapshot: Snapshot, text: string): readonly FirewallEntry[] {
  return snapshot.firewall.filter((entry) => entry.text.includes(text))
}
