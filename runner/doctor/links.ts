import { type KernelConfig, kernelRemedy } from './kernel-config.ts'
import type { Probe } from './probe.ts'

interface LinkKind {
  readonly kind: string
  readonly option: string
  readonly module: string
  readonly neededFor: string
  readonly required?: true
  /** Arguments of ip. macvlan and ipvlan claim a parent for themselves, so each has an end of the veth. */
  readonly make: string
}

const kinds: readonly LinkKind[] = [
  {
    kind: 'veth',
    option: 'CONFIG_VETH',
    module: 'veth',
    neededFor: 'bridge, ptp and most other plugins',
    required: true,
    make: 'link add name parent-1 type veth peer name parent-2',
  },
  {
    kind: 'bridge',
    option: 'CONFIG_BRIDGE',
    module: 'bridge',
    neededFor: 'the plugin bridge',
    make: 'link add name doctor-br type bridge',
  },
  {
    kind: 'dummy',
    option: 'CONFIG_DUMMY',
    module: 'dummy',
    neededFor: 'the plugin dummy',
    make: 'link add name doctor-dm type dummy',
  },
  {
    kind: 'macvlan',
    option: 'CONFIG_MACVLAN',
    module: 'macvlan',
    neededFor: 'the plugin macvlan',
    make: 'link add link parent-1 name doctor-mv type macvlan mode bridge',
  },
  {
    kind: 'ipvlan',
    option: 'CONFIG_IPVLAN',
    module: 'ipvlan',
    neededFor: 'the plugin ipvlan',
    make: 'link add link parent-2 name doctor-iv type ipvlan mode l2',
  },
  {
    kind: 'vlan',
    option: 'CONFIG_VLAN_8021Q',
    module: '8021q',
    neededFor: 'the plugin vlan',
    make: 'link add link parent-2 name doctor-vl type vlan id 5',
  },
  {
    kind: 'vrf',
    option: 'CONFIG_NET_VRF',
    module: 'vrf',
    neededFor: 'the plugin vrf',
    make: 'link add name doctor-vr type vrf table 10',
  },
  {
    kind: 'ifb',
    option: 'CONFIG_IFB',
    module: 'ifb',
    neededFor: 'the plugin bandwidth',
    make: 'link add name doctor-if type ifb',
  },
  {
    kind: 'tun',
    option: 'CONFIG_TUN',
    module: 'tun',
    neededFor: 'the plugin tap',
    make: 'tuntap add dev doctor-tp mode tap',
  },
]

/** Whether the kernel can make the links that plugins make. */
export function linkProbes(config: KernelConfig): readonly (Probe & { readonly kind: string })[] {
  return kinds.map(({ kind, option, module, neededFor, required, make }) => ({
    kind,
    name: `${kind} links`,
    neededFor,
    ...(required === undefined ? {} : { required }),
    attempt: [['ip', ...make.split(' ')]],
    remedy: kernelRemedy(config, option, module),
  }))
}
