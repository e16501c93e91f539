import { type PluginType, pluginTypes } from './plugin-types.ts'

/**
 * What the documentation of the well-known plugins promises beyond the specification, by type: what each check shows, as the rest
 * of a sentence that begins with "the plugin". It is no violation of the specification when a plugin of that type does otherwise.
 */
const rows = {
  bandwidth: {
    ingress: 'lets nothing reach the container faster than ingressRate',
    egress: 'lets nothing leave the container faster than egressRate',
  },
  bridge: {
    neighbours: 'lets two containers of a network reach each other by TCP and UDP',
    host: 'lets container and host reach each other when the bridge is the gateway',
    ping: 'lets containers and the host answer the pings of each other',
    masquerade: 'hides the address of a container from machines beyond the host with ipMasq, and shows it without',
    mtu: 'gives both ends the MTU of the configuration',
    isolation: 'keeps containers with portIsolation apart, and none of them from the host',
    spoofing: 'drops what the container sends with a hardware address that is not its own, with macspoofchk',
  },
  dhcp: {
    lease: 'returns the address for which the server has a lease',
    release: 'gives the lease back to the server on DEL',
  },
  firewall: {
    forwarding: 'lets the traffic of the container pass where the host forwards nothing else',
    isolation:
      'keeps containers of different bridges apart with the ingressPolicy same-bridge, and not those of one bridge',
  },
  flannel: {
    subnet: 'gives the container an address of the subnet of the host, and the MTU of the network',
  },
  'host-device': {
    move: 'moves the device into the container',
    return: 'gives the device back to the host on DEL, under its former name',
  },
  'host-local': {
    requested: 'gives the address that is asked for by CNI_ARGS',
    rest: 'does not give an address away again right after it was released',
  },
  ipvlan: {
    neighbours: 'lets two containers on a master reach each other',
    outside: 'lets a container reach what is beyond the master, under the hardware address of the master',
  },
  loopback: {
    reachable: 'lets the container reach itself by 127.0.0.1 and ::1',
  },
  macvlan: {
    neighbours: 'lets two containers on a master reach each other in the mode bridge, and not in the mode private',
    outside: 'lets a container reach what is beyond the master',
    mac: 'gives the interface the hardware address that is asked for by CNI_ARGS',
  },
  portmap: {
    outside:
      'leads what comes to a port of the host from other machines to the container, by TCP and UDP, IPv4 and IPv6',
    host: 'leads what the host sends to its own port to the container',
    neighbour: 'leads what another container sends to a port of the host to the container',
    itself: 'leads what the container sends to its own port of the host back to it',
    successor: 'leads who goes on sending by UDP to the container that has the port now',
    withdrawn: 'leaves who goes on sending by UDP to the host after DEL',
  },
  ptp: {
    host: 'lets container and host reach each other',
    neighbours: 'lets two containers of a network reach each other by the host',
    ping: 'lets containers and the host answer the pings of each other',
    masquerade: 'hides the address of a container from machines beyond the host with ipMasq, and shows it without',
  },
  sbr: {
    source: 'lets what is sent from the addresses of an interface leave by that interface',
  },
  static: {
    addresses: 'gives the addresses of the configuration',
  },
  tuning: {
    settings: 'sets the sysctl, the MTU and promiscuous mode in the container',
  },
  vlan: {
    tags: 'sends what the container sends with the tag of its VLAN, and hears what has that',
    separation: 'keeps containers of different VLANs apart',
  },
  vrf: {
    table: 'routes what the interface sends by the table of the VRF, in which its routes are',
    removal: 'removes the VRF with its last interface',
  },
} as const satisfies Readonly<Record<PluginType, Readonly<Record<string, string>>>>

type Rows = typeof rows

/** The id of a check of a behaviour: `BEHAVIOUR-bridge/neighbours`. */
export type BehaviourId = { [T in keyof Rows]: `BEHAVIOUR-${T}/${keyof Rows[T] & string}` }[keyof Rows]

/** What one type of plugin is known for. */
export interface Behaviour {
  /** In the place of that of a requirement. */
  readonly id: string
  readonly type: PluginType
  /** The names of the checks, with what each shows. */
  readonly checks: ReadonlyMap<string, string>
  /** The address of the documentation. */
  readonly documentation: string
}

/** Where the documentation has the page of a type, unless it is among those that come after another plugin. */
const folders: Readonly<Partial<Record<PluginType, string>>> = {
  bridge: 'main',
  'host-device': 'main',
  ipvlan: 'main',
  macvlan: 'main',
  ptp: 'main',
  vlan: 'main',
  dhcp: 'ipam',
  'host-local': 'ipam',
  static: 'ipam',
}

/** In the order of the types. */
export const behaviours: readonly Behaviour[] = pluginTypes.map((type) => ({
  id: `BEHAVIOUR-${type}`,
  type,
  checks: new Map(Object.entries(rows[type])),
  documentation: documentationOf(type),
}))

/** The ids of its checks: `BEHAVIOUR-bridge/host`. */
export function behaviourCheckIds({ id, checks }: Behaviour): readonly string[] {
  return [...checks.keys()].map((name) => `${id}/${name}`)
}

/** In the place of the statement of a requirement. */
export function behaviourStatement({ type }: Behaviour): string {
  return `what plugins of the type ${type} are documented to do`
}

export const behavioursById: ReadonlyMap<string, Behaviour> = new Map(behaviours.map((each) => [each.id, each]))

function documentationOf(type: PluginType): string {
  if (type === 'flannel') return 'https://github.com/flannel-io/cni-plugin'
  // It has no page of its own.
  if (type === 'loopback') return 'https://www.cni.dev/plugins/current/'
  return `https://www.cni.dev/plugins/current/${folders[type] ?? 'meta'}/${type}/`
}
