import { parseAddress, parseCidr } from './ip-address.ts'
import { isContainerId, isInterfaceName, isNetworkName } from './parameters.ts'
import { pluginFormats } from './plugin-formats.ts'

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
  'ip-or-cidr': {
    holds: (text: string) => parseAddress(text) !== undefined || parseCidr(text) !== undefined,
    example: 'an address with or without its prefix, such as 10.1.0.5/16 or 10.1.0.5',
  },
  ipv4: { holds: (text: string) => parseAddress(text)?.family === 4, example: 'an IPv4 address, such as 10.1.0.1' },
  ipv6: { holds: (text: string) => parseAddress(text)?.family === 6, example: 'an IPv6 address, such as 2001:db8::1' },
  mac: { holds: isHardwareAddress, example: 'a hardware address, such as 00:11:22:33:44:55' },
  'infiniband-guid': {
    holds: isInfinibandGuid,
    example: 'the GUID of an InfiniBand interface, such as c2:11:22:33:44:55:66:77',
  },
  semver: { holds: isSemanticVersion, example: 'a semantic version, such as 1.0.0' },
  'interface-name': {
    holds: isInterfaceName,
    example: 'the name of an interface: 1 to 15 bytes without "/", ":" and spaces',
  },
  'container-id': {
    holds: isContainerId,
    example: 'the ID of a container: letters, digits, "_", "." and "-", with a letter or digit first',
  },
  'network-name': {
    holds: isNetworkName,
    example: 'the name of a network: letters, digits, "_", "." and "-", with a letter or digit first',
  },
  'file-name': {
    holds: isFileName,
    example: 'the name of a file without its folder, such as bridge',
  },
  'portable-file-name': {
    holds: (text: string) => isFileName(text) && !text.includes('\\'),
    example: 'the name of a file without its folder, such as bridge, and without "/" and "\\"',
  },
  ...pluginFormats,
} as const

export type Format = keyof typeof formats

/** Whether a text has a format, by the name of the format. */
export const formatPredicates: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  Object.entries(formats).map(([name, { holds }]) => [name, holds]),
)

export function isFormat(name: unknown): name is Format {
  return typeof name === 'string' && name in formats
}

/** Ethernet has 6 bytes, EUI-64 has 8, and IP over InfiniBand has 20. */
function isHardwareAddress(text: string): boolean {
  return /^[0-9a-f]{2}(:[0-9a-f]{2})+$/i.test(text) && [6, 8, 20].includes((text.length + 1) / 3)
}

function isInfinibandGuid(text: string): boolean {
  return /^[0-9a-f]{2}(:[0-9a-f]{2}){7}$/i.test(text)
}

/** What Linux takes for the name of a file in a folder. */
function isFileName(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && !/[/\0]/.test(text)
}

/** Semantic Versioning 2.0, with pre-release and build metadata. */
function isSemanticVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(\+[\dA-Za-z-]+(\.[\dA-Za-z-]+)*)?$/.test(
    text,
  )
}
