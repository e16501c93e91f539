import {
  type Address,
  bitsOf,
  type Cidr,
  contains as containsAddress,
  firstOf,
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
} from '../../spec/ip-address.ts'

export type Family = 'ipv4' | 'ipv6'

/** The one spelling of an IP address that stands for all of them: `FD00:0::1` is `fd00::1`, `::ffff:10.0.0.1` is `10.0.0.1`. */
export function canonicalAddress(text: string): string | undefined {
  const address = parseAddress(text)
  return address && formatAddress(unmapped(address))
}

/** Whether both are spellings of the same IP address; false when one is no address at all. */
export function sameAddress(one: string, other: string): boolean {
  const canonical = canonicalAddress(one)
  return canonical !== undefined && canonical === canonicalAddress(other)
}

/** An address with the length of its prefix in the one spelling; the bits behind the prefix stay: `10.1.0.5/24`. */
export function canonicalCidr(text: string): string | undefined {
  const cidr = readCidr(text)
  return cidr && formatCidr(cidr)
}

/** Whether both are the same address with the same length of prefix. */
export function sameCidr(one: string, other: string): boolean {
  const canonical = canonicalCidr(one)
  return canonical !== undefined && canonical === canonicalCidr(other)
}

/** The network that an address with a prefix is in: `10.1.0.0/24` for `10.1.0.5/24`. */
export function networkOf(text: string): string | undefined {
  const cidr = readCidr(text)
  return cidr && formatCidr({ ...cidr, address: firstOf(cidr) })
}

/** Whether `address` is in the network `cidr`. */
export function contains(cidr: string, address: string): boolean {
  const network = readCidr(cidr)
  const member = parseAddress(address)
  return network !== undefined && member !== undefined && containsAddress(network, unmapped(member))
}

/** Undefined when the text is neither an address nor an address with a prefix. */
export function familyOf(text: string): Family | undefined {
  const address = parseAddress(text.split('/')[0] ?? '')
  return address && (unmapped(address).family === 4 ? 'ipv4' : 'ipv6')
}

function readCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text)
  if (cidr === undefined) return undefined
  const address = unmapped(cidr.address)
  const prefix = cidr.prefix - (bitsOf(cidr.address) - bitsOf(address))
  return prefix < 0 ? undefined : { address, prefix }
}

/** An IPv4 address that is written as an IPv6 one, in ::ffff:0:0/96, is what it is. */
function unmapped(address: Address): Address {
  const mapped = address.family === 6 && address.value >> 32n === 0xffffn
  return mapped ? { family: 4, value: address.value & 0xffffffffn } : address
}
