import type { JsonObject } from '../../spec/json.ts'
import type { Family } from './addresses.ts'
import { numberIn, objectsIn, textIn } from './json-output.ts'

/** An IP address of an interface. */
export interface InterfaceAddress {
  readonly device: string
  readonly family: Family
  /** With the length of its prefix: `10.1.0.5/24`. */
  readonly cidr: string
  /** The other end's address where the link is point-to-point. */
  readonly peer: string | null
  /** `global`, `link`, `host`, … */
  readonly scope: string
  readonly broadcast: string | null
  /** Another label than the name of the interface. */
  readonly label: string | null
  /** Detection of duplicates has not ended yet, so that it cannot be used yet. */
  readonly tentative: boolean
  /** Detection of duplicates found another owner, so that it is not used. */
  readonly duplicate: boolean
  /** The kernel gave it by itself, possibly some time after the link came up. */
  readonly kernel: boolean
}

/** From `ip -j -d address show`. */
export function parseInterfaceAddresses(interfaces: readonly JsonObject[]): readonly InterfaceAddress[] {
  return interfaces.flatMap((link) => objectsIn(link, 'addr_info').map((object) => parseAddress(link, object)))
}

function parseAddress(link: JsonObject, object: JsonObject): InterfaceAddress {
  const device = textIn(link, 'ifname') ?? ''
  const label = textIn(object, 'label')
  const cidr = `${textIn(object, 'local') ?? ''}/${numberIn(object, 'prefixlen') ?? 0}`
  return {
    device,
    family: textIn(object, 'family') === 'inet' ? 'ipv4' : 'ipv6',
    cidr,
    peer: textIn(object, 'address') ?? null,
    scope: textIn(object, 'scope') ?? 'global',
    broadcast: textIn(object, 'broadcast') ?? null,
    label: label === undefined || label === device ? null : label,
    tentative: object['tentative'] === true,
    duplicate: object['dadfailed'] === true,
    kernel: (device === 'lo' && loopbackAddresses.has(cidr)) || isGenerated(cidr, link, object),
  }
}

const loopbackAddresses: ReadonlySet<string> = new Set(['127.0.0.1/8', '::1/128'])

/**
 * Whether the kernel made this link-local address. It makes them from the MAC address (with `ff:fe` in the middle) unless the
 * interface is set to another way, where a generated one cannot be told from one that somebody chose.
 */
function isGenerated(cidr: string, link: JsonObject, object: JsonObject): boolean {
  if (!cidr.startsWith('fe80::') || !cidr.endsWith('/64')) return false
  if (textIn(object, 'protocol') === 'kernel_ll') return true
  return (
    (textIn(link, 'inet6_addr_gen_mode') ?? 'eui64') !== 'eui64' || /ff:fe[0-9a-f]{2}:[0-9a-f]{1,4}\/64$/.test(cidr)
  )
}
