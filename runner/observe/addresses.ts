import { isIPv4, isIPv6 } from 'node:net'

export type Family = 'ipv4' | 'ipv6'

/** The one spelling of an IP address that stands for all of them: `FD00:0::1` is `fd00::1`, `::ffff:10.0.0.1` is `10.0.0.1`. */
export function canonicalAddress(text: string): string | undefined {
  const bytes = toBytes(text)
  return bytes && toText(bytes)
}

/** Whether both are spellings of the same IP address; false when one is no address at all. */
export function sameAddress(one: string, other: string): boolean {
  const canonical = canonicalAddress(one)
  return canonical !== undefined && canonical === canonicalAddress(other)
}

/** An address with the length of its prefix in the one spelling; the bits behind the prefix stay: `10.1.0.5/24`. */
export function canonicalCidr(text: string): string | undefined {
  const cidr = parseCidr(text)
  return cidr && `${toText(cidr.bytes)}/${cidr.length}`
}

/** Whether both are the same address with the same length of prefix. */
export function sameCidr(one: string, other: string): boolean {
  const canonical = canonicalCidr(one)
  return canonical !== undefined && canonical === canonicalCidr(other)
}

/** The network that an address with a prefix is in: `10.1.0.0/24` for `10.1.0.5/24`. */
export function networkOf(text: string): string | undefined {
  const cidr = parseCidr(text)
  return cidr && `${toText(cidr.bytes.map((byte, index) => byte & maskByte(cidr.length, index)))}/${cidr.length}`
}

/** Whether `address` is in the network `cidr`. */
export function contains(cidr: string, address: string): boolean {
  const network = networkOf(cidr)
  return network !== undefined && network === networkOf(`${canonicalAddress(address)}/${network.split('/')[1]}`)
}

/** Undefined when the text is neither an address nor an address with a prefix. */
export function familyOf(text: string): Family | undefined {
  const bytes = toBytes(text.split('/')[0] ?? '')
  return bytes && (bytes.length === 4 ? 'ipv4' : 'ipv6')
}

interface Cidr {
  readonly bytes: readonly number[]
  readonly length: number
}

function parseCidr(text: string): Cidr | undefined {
  const [address = '', digits = '', ...rest] = text.split('/')
  const bytes = toBytes(address)
  if (bytes === undefined || rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(digits)) return undefined
  const mapped = bytes.length === 4 && isIPv6(address)
  const length = Number(digits) - (mapped ? mappedPrefixBits : 0)
  return length >= 0 && length <= bytes.length * 8 ? { bytes, length } : undefined
}

/** How many bits of `::ffff:0:0/96` come before the IPv4 address. */
const mappedPrefixBits = 96

/** 4 or 16 numbers; an IPv4-mapped IPv6 address has 4. */
function toBytes(text: string): readonly number[] | undefined {
  if (isIPv4(text)) return text.split('.').map(Number)
  if (!isIPv6(text) || text.includes('%')) return undefined
  const [head = '', tail] = compressed(text).split('::')
  const first = groups(head)
  const last = groups(tail ?? '')
  const bytes = [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last].flatMap((group) => [
    group >> 8,
    group & 0xff,
  ])
  const mapped = bytes.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff))
  return mapped ? bytes.slice(12) : bytes
}

function groups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

function toText(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return compressed(hex.replace(/.{4}(?=.)/g, '$&:'))
}

/** The URL standard writes IPv6 addresses as RFC 5952 does, without dotted tails. */
function compressed(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1)
}

function maskByte(length: number, index: number): number {
  return (0xff00 >> Math.min(Math.max(length - index * 8, 0), 8)) & 0xff
}
