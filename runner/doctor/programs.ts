import { locatePlugin } from '../invoke/locate.ts'
import { systemPath } from '../sandbox/holder.ts'
import type { Finding } from './finding.ts'

interface Program {
  readonly name: string
  readonly neededFor: string
  /** The package of Debian and Ubuntu. */
  readonly package: string
  /** The same elsewhere. */
  readonly elsewhere: string
  readonly optional?: true
}

const utilLinux = { package: 'util-linux', elsewhere: 'util-linux everywhere' }
const iproute = { package: 'iproute2', elsewhere: 'iproute, iproute2 or iproute2-full elsewhere' }
const trafficControl = { package: 'iproute2', elsewhere: 'iproute-tc or iproute2-tc elsewhere' }
const iptables = { package: 'iptables', elsewhere: 'iptables or iptables-nft elsewhere' }

const programs: readonly Program[] = [
  { name: 'unshare', neededFor: 'making sandboxes', ...utilLinux },
  { name: 'nsenter', neededFor: 'running plugins in sandboxes', ...utilLinux },
  { name: 'mount', neededFor: 'making sandboxes', package: 'mount', elsewhere: 'util-linux elsewhere' },
  { name: 'flock', neededFor: 'locks of the included reference plugins', ...utilLinux },
  { name: 'ip', neededFor: 'making containers, and looking at them', ...iproute },
  { name: 'bridge', neededFor: 'looking at bridges and their VLANs', ...iproute },
  { name: 'tc', neededFor: 'bandwidth, and looking at traffic control', ...trafficControl },
  {
    name: 'nft',
    neededFor: 'masquerading and port mapping, and looking at the firewall',
    package: 'nftables',
    elsewhere: 'nftables everywhere',
  },
  {
    name: 'iptables',
    neededFor: 'firewall and portmap, and plugins that make their rules with it (IPv4)',
    ...iptables,
    optional: true,
  },
  {
    name: 'ip6tables',
    neededFor: 'firewall and portmap, and plugins that make their rules with it (IPv6)',
    ...iptables,
    optional: true,
  },
  {
    name: 'conntrack',
    neededFor: 'portmap, to take over datagrams that are on their way elsewhere, and judging that',
    package: 'conntrack',
    elsewhere: 'conntrack-tools elsewhere',
    optional: true,
  },
  {
    name: 'dnsmasq',
    neededFor: 'judging dhcp, as the server of the network',
    package: 'dnsmasq-base',
    elsewhere: 'dnsmasq elsewhere',
    optional: true,
  },
  {
    name: 'ping',
    neededFor: 'judging what bridge and ptp are documented to do',
    package: 'iputils-ping',
    elsewhere: 'iputils elsewhere',
    optional: true,
  },
]

/** Which programs of the system are there. */
export function examinePrograms(): readonly Finding[] {
  return programs.map(({ name, neededFor, package: debian, elsewhere, optional }) => {
    const path = locatePlugin(name, systemPath.split(':'))
    return {
      group: 'Programs',
      name,
      present: path !== undefined,
      required: optional !== true,
      detail: path ?? '',
      neededFor,
      remedy: `apt install ${debian} (${elsewhere})`,
    }
  })
}
