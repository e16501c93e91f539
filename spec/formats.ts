import { parseAddress, parseCidr } from './ip-address.ts'
import { isInterfaceName } from './parameters.ts'

/** The formats that the schemas name, beyond those of JSON Schema itself, and what a text in each looks like. */
export const formats = {
  cidr: {
    holds: (text: string) => parseCidr(text) !== undefined,
    example: 'an address with its prefix, such as 10.1.0.5/16',
  },
  cidr4: {
    holds: (text: string) => parseCidr(text)?.address.family === 4,
    example: 'an IPv4 address with its prefix, such as 10.1.0.5/16',
  },
  cidr6: {
    holds: (text: string) => parseCidr(text)?.address.family === 6,
    example: 'an IPv6 address with its prefix, such as 2001:db8::5/64',
  },
  ip: {
    holds: (text: string) => parseAddress(text) !== undefined,
    example: 'an address without a prefix, such as 10.1.0.1',
  },
  ipv4: { holds: (text: string) => parseAddress(text)?.family === 4, example: 'an IPv4 address, such as 10.1.0.1' },
  ipv6: { holds: (text: string) => parseAddress(text)?.family === 6, example: 'an IPv6 address, such as 2001:db8::1' },
  mac: { holds: isHardwareAddress, example: 'a hardware address, such as 00:11:22:33:44:55' },
  semver: { holds: isSemanticVersion, example: 'a semantic version, such as 1.0.0' },
  'interface-name': {
    holds: isInterfaceName,
    example: 'the name of an interface: 1 to 15 bytes without "/", ":" and spaces',
  },
} as const

export type Format = keyof typeof formats

export function isFormat(name: unknown): name is Format {
  return typeof name === 'string' && name in formats
}

/** Ethernet has 6 bytes, EUI-64 has 8, and IP over InfiniBand has 20. */
function isHardwareAddress(text: string): boolean {
  return /^[0-9a-f]{2}(:[0-9a-f]{2})+$/i.test(text) && [6, 8, 20].includes((text.length + 1) / 3)
}

/** Semantic Versioning 2.0, with pre-release and build metadata. */
function isSemanticVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(\+[\dA-Za-z-]+(\.[\dA-Za-z-]+)*)?$/.test(
    text,
  )
}
