import type { PluginType } from './plugin-types.ts'

/**
 * What the documentation of the well-known plugins promises beyond the specification, by type: what each check shows, as the rest
 * of a sentence that begins with "the plugin". It is no violation of the specification when a plugin of that type does otherwise.
 */
const rows = {
  bridge: {
    neighbours: 'lets two containers of a network reach each other by TCP and UDP',
    host: 'lets container and host reach each other when the bridge is the gateway',
    masquerade: 'hides the address of a container from machines beyond the host with ipMasq, and shows it without',
    mtu: 'gives both ends the MTU of the configuration',
  },
  macvlan: {
    neighbours: 'lets two containers on a master reach each other in the mode bridge, and not in the mode private',
    outside: 'lets a container reach what is beyond the master',
    mac: 'gives the interface the hardware address that the runtime asks for',
  },
  ipvlan: {
    neighbours: 'lets two containers on a master reach each other',
    outside: 'lets a container reach what is beyond the master, under the hardware address of the master',
  },
  vlan: {
    tags: 'sends what the container sends with the tag of its VLAN, and hears what has that',
    separation: 'keeps containers of different VLANs apart',
  },
  vrf: {
    table: 'routes what the interface sends by the table of the VRF, in which its routes are',
    removal: 'removes the VRF with its last interface',
  },
} as const satisfies Partial<Record<PluginType, Readonly<Record<string, string>>>>

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

/** In the order of the types. */
export const behaviours: readonly Behaviour[] = Object.entries(rows).map(([type, checks]) => ({
  id: `BEHAVIOUR-${type}`,
  // The keys of an object of ours are what its type says.
  type: type as keyof Rows,
  checks: new Map(Object.entries(checks)),
  documentation: documentationOf(type),
}))

export const behavioursById: ReadonlyMap<string, Behaviour> = new Map(behaviours.map((each) => [each.id, each]))

function documentationOf(type: string): string {
  const folder = type === 'vrf' ? 'meta' : 'main'
  return `https://www.cni.dev/plugins/current/${folder}/${type}/`
}
