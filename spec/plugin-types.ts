import type { PluginKind } from './requirement.ts'

/** The well-known plugins whose configuration has a schema: `schemas/plugins/<type>.schema.json`. */
export const pluginTypes = [
  'bandwidth',
  'bridge',
  'dhcp',
  'firewall',
  'flannel',
  'host-device',
  'host-local',
  'ipvlan',
  'loopback',
  'macvlan',
  'portmap',
  'ptp',
  'sbr',
  'static',
  'tuning',
  'vlan',
  'vrf',
] as const

export type PluginType = (typeof pluginTypes)[number]

export function isPluginType(text: unknown): text is PluginType {
  return pluginTypes.some((type) => type === text)
}

const kinds: Readonly<Record<PluginType, PluginKind>> = {
  bandwidth: 'chained',
  bridge: 'interface',
  dhcp: 'ipam',
  firewall: 'chained',
  // It delegates the whole operation, so that it does to a container what an interface plugin does.
  flannel: 'interface',
  'host-device': 'interface',
  'host-local': 'ipam',
  ipvlan: 'interface',
  loopback: 'interface',
  macvlan: 'interface',
  portmap: 'chained',
  ptp: 'interface',
  sbr: 'chained',
  static: 'ipam',
  tuning: 'chained',
  vlan: 'interface',
  vrf: 'chained',
}

export function kindOfPlugin(type: PluginType): PluginKind {
  return kinds[type]
}

/**
 * Where a plugin has its keys, and so what its schema describes: the plugin configuration object, or the `ipam` object of
 * the plugin that delegates to it.
 */
export function placeOfKeys(type: PluginType): 'plugin' | 'ipam' {
  return kinds[type] === 'ipam' ? 'ipam' : 'plugin'
}

/** Whether a plugin hands its `ipam` object to the IPAM plugin as it is, so that the keys of that plugin have to be there. */
export function delegatesAddresses(type: PluginType): boolean {
  // flannel fills in the subnet first, and so do plugins that are not known here.
  return kinds[type] === 'interface' && type !== 'flannel' && type !== 'loopback'
}
