import { bitsOf, firstOf, parseCidr } from './ip-address.ts'

/** Formats of the keys of well-known plugins: what those plugins take, which is more or less than the specification has. */
export const pluginFormats = {
  'allocatable-subnet': {
    holds: isAllocatableSubnet,
    example: 'a subnet with room for two addresses and without bits behind the prefix, such as 10.1.0.0/16',
  },
  'dhcp-option': {
    holds: isDhcpOption,
    example: `a number from 0 to 255, or one of the names dhcp-client-identifier, subnet-mask, routers, host-name, user-class and vendor-class-identifier`,
  },
  'ethernet-address': {
    holds: isEthernetAddress,
    example: 'the hardware address of one Ethernet interface, such as c2:11:22:33:44:55',
  },
  'hardware-address': {
    holds: (text: string) => parseHardwareAddress(text) !== undefined,
    example: 'a hardware address, such as 00:11:22:33:44:55, 00-11-22-33-44-55 or 0011.2233.4455',
  },
  'network-sysctl': {
    holds: isNetworkSysctl,
    example: 'the name of a sysctl below net, such as net.ipv4.conf.IFNAME.arp_filter',
  },
} as const

/** What host-local allocates from. It keeps the first address for the gateway, and so needs two beside the network itself. */
function isAllocatableSubnet(text: string): boolean {
  const cidr = parseCidr(text)
  if (cidr === undefined) return false
  return cidr.prefix <= bitsOf(cidr.address) - 2 && firstOf(cidr).value === cidr.address.value
}

const dhcpOptionNames = new Set([
  'dhcp-client-identifier',
  'subnet-mask',
  'routers',
  'host-name',
  'user-class',
  'vendor-class-identifier',
])

function isDhcpOption(text: string): boolean {
  return dhcpOptionNames.has(text) || (/^\d+$/.test(text) && Number(text) <= 255)
}

/** Six bytes, not all zero, and not the address of a group, which has the lowest bit of the first byte set. */
function isEthernetAddress(text: string): boolean {
  const bytes = parseHardwareAddress(text)
  if (bytes === undefined || bytes.length !== 6) return false
  return ((bytes[0] ?? 0) & 1) === 0 && bytes.some((byte) => byte !== 0)
}

/** In the three usual notations: pairs of digits with colons or hyphens, or fours with dots. */
function parseHardwareAddress(text: string): readonly number[] | undefined {
  if (!/^[0-9a-f]{2}(([:-])[0-9a-f]{2})(\2[0-9a-f]{2})*$|^[0-9a-f]{4}(\.[0-9a-f]{4})+$/i.test(text)) return undefined
  const bytes = text.match(/[0-9a-f]{2}/gi)?.map((digits) => Number.parseInt(digits, 16)) ?? []
  return [6, 8, 20].includes(bytes.length) ? bytes : undefined
}

/** Dots and slashes separate alike, and more than one of them as one, so that no name leads out of /proc/sys/net. */
function isNetworkSysctl(text: string): boolean {
  return /^[./]*net[./]+[^./]/.test(text)
}
