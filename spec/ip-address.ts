/** An IP address as a number, of which IPv4 has 32 bits and IPv6 has 128. */
export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
}

/** An address with the length of its prefix. */
export interface Cidr {
  readonly address: Address
  readonly prefix: number
}

/** Undefined when the text is no address. Zones are not taken: an address of CNI is meant for every host. */
export function parseAddress(text: string): Address | undefined {
  if (text.includes(':')) return parseIpv6(text)
  const value = parseIpv4(text)
  return value === undefined ? undefined : { family: 4, value }
}

export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/')
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash))
  const digits = text.slice(slash + 1)
  if (slash < 0 || address === undefined || !/^(0|[1-9]\d{0,2})$/.test(digits)) return undefined
  const prefix = Number(digits)
  return prefix <= bitsOf(address) ? { address, prefix } : undefined
}

/** In the spelling of RFC 5952 for IPv6. */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
  const zeros = longestRun(groups)
  if (zeros === undefined) return groups.join(':')
  return `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.end).join(':')}`
}

export function formatCidr({ address, prefix }: Cidr): string {
  return `${formatAddress(address)}/${prefix}`
}

export function bitsOf({ family }: Address): 32 | 128 {
  return family === 4 ? 32 : 128
}

/** The first address of the network. */
export function firstOf({ address, prefix }: Cidr): Address {
  const hostBits = BigInt(bitsOf(address) - prefix)
  return { family: address.family, value: (address.value >> hostBits) << hostBits }
}

/** The last address of the network, which is the broadcast address of IPv4. */
export function lastOf(cidr: Cidr): Address {
  const hostBits = BigInt(bitsOf(cidr.address) - cidr.prefix)
  return { family: cidr.address.family, value: firstOf(cidr).value + (1n << hostBits) - 1n }
}

export function contains(cidr: Cidr, address: Address): boolean {
  return (
    cidr.address.family === address.family &&
    firstOf(cidr).value <= address.value &&
    address.value <= lastOf(cidr).value
  )
}

export function overlaps(one: Cidr, other: Cidr): boolean {
  return contains(one, firstOf(other)) || contains(other, firstOf(one))
}

export function next({ family, value }: Address, step = 1n): Address {
  return { family, value: value + step }
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function parseIpv6(text: string): Address | undefined {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  // Only the end may be dotted.
  if (tail !== undefined && head.includes('.')) return undefined
  const before = parseGroups(head)
  const after = tail === undefined ? [] : parseGroups(tail)
  if (before === undefined || after === undefined) return undefined
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...before, ...Array<bigint>(missing).fill(0n), ...after]
  return { family: 6, value: groups.reduce((value, group) => (value << 16n) | group, 0n) }
}

/** The last two groups may be written as an IPv4 address. */
function parseGroups(text: string): readonly bigint[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const dotted = parts.at(-1)?.includes('.') ? parseIpv4(parts.pop() ?? '') : 0n
  if (dotted === undefined || !parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return undefined
  const groups = parts.map((part) => BigInt(`0x${part}`))
  return text.includes('.') ? [...groups, dotted >> 16n, dotted & 0xffffn] : groups
}

function longestRun(groups: readonly string[]): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; end: number } | undefined
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (groups[end] === '0') end++
    if (end - start > 1 && (best === undefined || end - start > best.end - best.start)) best = { start, end }
  }
  return best
}
