import type { BridgeVlan, ForwardingEntry } from './bridges.ts'
import type { FileEntry } from './files.ts'
import type { FirewallEntry } from './firewall.ts'
import type { InterfaceAddress } from './interface-addresses.ts'
import type { Item } from './item.ts'
import type { Link } from './links.ts'
import type { Neighbour } from './neighbours.ts'
import type { Hop, Route } from './routes.ts'
import type { Rule } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import type { Sysctl } from './sysctls.ts'
import type { TrafficControl } from './traffic-control.ts'

/** Everything in a snapshot but what the kernel does by itself. */
export function describe(snapshot: Snapshot): readonly Item[] {
  return [
    ...snapshot.links.filter(isMade).map(describeLink),
    ...snapshot.addresses.filter(isMade).map(describeAddress),
    ...snapshot.neighbours.map(describeNeighbour),
    ...snapshot.routes.filter(isMade).map(describeRoute),
    ...snapshot.rules.filter(isMade).map(describeRule),
    ...snapshot.bridgeVlans.filter(isMade).map(describeBridgeVlan),
    ...snapshot.forwarding.map(describeForwarding),
    ...snapshot.firewall.map(describeFirewall),
    ...snapshot.trafficControl.filter(isMade).map(describeTrafficControl),
    ...snapshot.sysctls.map(describeSysctl),
    ...snapshot.namespaces.map(describeNamespace),
    ...snapshot.files.map(describeFile),
  ]
}

function isMade({ kernel }: { readonly kernel: boolean }): boolean {
  return !kernel
}

const bare = { detail: '', facts: {}, link: null }

function describeLink(link: Link): Item {
  const facts = {
    kind: link.kind ?? 'none',
    state: link.up ? 'up' : 'down',
    mac: link.mac ?? 'none',
    mtu: String(link.mtu),
    master: link.master ?? 'none',
    flags: list(link.flags),
    'transmit queue length': String(link.txQueueLength ?? 'none'),
    alias: link.alias ?? 'none',
    'alternative names': list(link.alternativeNames),
    ...link.settings,
  }
  return { part: 'links', what: 'link', noun: 'link', name: link.name, detail: link.kind ?? '', facts, link: link.name }
}

function describeAddress({ device, cidr, peer, scope, broadcast, label, duplicate }: InterfaceAddress): Item {
  const name = peer === null ? `${cidr} on ${device}` : `${cidr.replace('/', ` peer ${peer}/`)} on ${device}`
  const facts = {
    scope,
    broadcast: broadcast ?? 'none',
    label: label ?? 'none',
    'duplicate address detection': duplicate ? 'failed' : 'passed or pending',
  }
  return { ...bare, part: 'links', what: 'address', noun: 'address', name, facts, link: device }
}

function describeNeighbour({ device, address, mac }: Neighbour): Item {
  const name = `${address} on ${device}`
  return mac === null
    ? { ...bare, part: 'proxy-neighbours', what: 'neighbour', noun: 'proxy neighbour', name }
    : { ...bare, part: 'neighbours', what: 'neighbour', noun: 'neighbour', name, facts: { mac } }
}

function describeRoute(route: Route): Item {
  const { family, type, destination, hops, table, metric, protocol, scope, source, metrics, tos } = route
  const name = [
    ...(type === 'unicast' ? [] : [type]),
    destination,
    ...hops.map((hop) => (hops.length > 1 ? `nexthop ${hopWords(hop)} weight ${hop.weight}` : hopWords(hop))),
    ...(table === 'main' ? [] : [`table ${table}`]),
  ].join(' ')
  const facts = {
    metric: String(metric),
    protocol,
    scope,
    source: source ?? 'none',
    tos: tos ?? 'none',
    ...Object.fromEntries(Object.entries(metrics).map(([key, value]) => [key, String(value)])),
  }
  const isConnected = protocol === 'kernel' && hops.every(({ gateway }) => gateway === null)
  const link = isConnected ? (hops[0]?.device ?? null) : null
  return { ...bare, part: `${family}-routes`, what: 'route', noun: 'route', name, facts, link }
}

function hopWords({ gateway, device, onlink }: Hop): string {
  return [
    ...(gateway === null ? [] : [`via ${gateway}`]),
    ...(device === null ? [] : [`dev ${device}`]),
    ...(onlink ? ['onlink'] : []),
  ].join(' ')
}

function describeRule({ family, priority, text }: Rule): Item {
  const noun = family === 'ipv4' ? 'IPv4 rule' : 'IPv6 rule'
  return { ...bare, part: `${family}-rules`, what: 'rule', noun, name: `${priority}: ${text}` }
}

function describeBridgeVlan({ device, vlan, pvid, untagged }: BridgeVlan): Item {
  const facts = { pvid: pvid ? 'yes' : 'no', untagged: untagged ? 'yes' : 'no' }
  return {
    ...bare,
    part: 'bridge-vlans',
    what: 'bridge-vlan',
    noun: 'bridge VLAN',
    name: `${vlan} on ${device}`,
    facts,
  }
}

function describeForwarding({ device, mac, destination, vlan }: ForwardingEntry): Item {
  const name = `${mac}${vlan === null ? '' : ` in VLAN ${vlan}`} on ${device}`
  const detail = destination === null ? '' : `to ${destination}`
  return { ...bare, part: 'bridge-forwarding', what: 'forwarding', noun: 'forwarding entry', name, detail }
}

function describeFirewall({ view, object, table, container, text, properties }: FirewallEntry): Item {
  const nft = view === 'nftables'
  const place = nft && container !== '' ? `${object === 'rule' ? 'chain' : 'set'} ${container} of ${table}` : table
  const name = object === 'table' ? table : `${object === 'rule' ? `"${text}"` : text} in ${place}`
  const facts: Readonly<Record<string, string>> = properties === '' ? {} : { '': properties }
  return {
    part: view,
    what: 'firewall',
    noun: `${nft ? 'nft' : view} ${object}`,
    name,
    detail: properties,
    facts,
    link: null,
  }
}

function describeTrafficControl({ object, device, kind, parent, text }: TrafficControl): Item {
  const place = `on ${device}${parent === '' ? '' : ` parent ${parent}`}`
  const part = 'traffic-control'
  if (object === 'filter') return { ...bare, part, what: object, noun: object, name: `"${text}" ${place}` }
  const [handle = '', ...rest] = object === 'class' ? text.split(' ') : ['', text]
  const name = [kind, handle, place].filter((word) => word !== '').join(' ')
  return { ...bare, part, what: object, noun: object, name, detail: rest.join(' '), facts: { '': rest.join(' ') } }
}

function describeSysctl({ name, value, device }: Sysctl): Item {
  return { ...bare, part: 'sysctls', what: 'sysctl', noun: 'sysctl', name, facts: { '': value }, link: device }
}

function describeNamespace(name: string): Item {
  return { ...bare, part: 'namespaces', what: 'namespace', noun: 'network namespace', name }
}

function describeFile({ path, type, mode, size, digest }: FileEntry): Item {
  const facts = { mode, size: String(size ?? 'none'), 'SHA-256': digest?.slice(0, 12) ?? 'none' }
  return { ...bare, part: 'files', what: 'file', noun: type, name: path, facts }
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(' ')
}
