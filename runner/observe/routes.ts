import type { JsonObject } from '../../spec/json.ts'
import { type Family, networkOf } from './addresses.ts'
import { numberIn, objectIn, objectsIn, parseJsonOutput, textIn, textsIn } from './json-output.ts'

export interface Route {
  readonly family: Family
  /** A network: `0.0.0.0/0` and `::/0` are the default routes. */
  readonly destination: string
  /** `unicast`, `local`, `blackhole`, … */
  readonly type: string
  /** `main`, `local`, `default`, or the number of another table. */
  readonly table: string
  /** More than one for a multipath route; none for a blackhole. */
  readonly hops: readonly Hop[]
  /** 0 where an IPv4 route has none. */
  readonly metric: number
  /** Who made it: `kernel`, `boot` where nobody said so, … */
  readonly protocol: string
  /** `global`, `link`, `host`, … */
  readonly scope: string
  /** The address that packets get as their source. */
  readonly source: string | null
  /** `mtu`, `advmss`, and the like. */
  readonly metrics: Readonly<Record<string, number>>
  readonly tos: string | null
  /** The kernel made it by itself, possibly some time after the address or link that it belongs to. */
  readonly kernel: boolean
}

export interface Hop {
  readonly gateway: string | null
  readonly device: string | null
  readonly weight: number
  /** The gateway need not be in a connected network. */
  readonly onlink: boolean
}

/** From `ip -4 -j route show table all` and its IPv6 counterpart. */
export function parseRoutes(family: Family, output: string): readonly Route[] {
  return parseJsonOutput(output).map((object) => {
    const nexthops = objectsIn(object, 'nexthops')
    const route = {
      family,
      destination: parseDestination(family, textIn(object, 'dst') ?? 'default'),
      type: textIn(object, 'type') ?? 'unicast',
      table: textIn(object, 'table') ?? 'main',
      hops: (nexthops.length > 0 ? nexthops : [object]).map(parseHop).filter(leadsSomewhere),
      metric: numberIn(object, 'metric') ?? 0,
      protocol: textIn(object, 'protocol') ?? 'boot',
      scope: textIn(object, 'scope') ?? 'global',
      source: textIn(object, 'prefsrc') ?? null,
      metrics: parseMetrics(object),
      tos: textIn(object, 'tos') ?? null,
    }
    return { ...route, kernel: isAutomatic(route) }
  })
}

function parseDestination(family: Family, text: string): string {
  if (text === 'default') return family === 'ipv4' ? '0.0.0.0/0' : '::/0'
  const cidr = text.includes('/') ? text : `${text}/${family === 'ipv4' ? 32 : 128}`
  return networkOf(cidr) ?? text
}

function parseHop(object: JsonObject): Hop {
  return {
    // `via` where the gateway of an IPv4 route is an IPv6 address.
    gateway: textIn(object, 'gateway') ?? textIn(objectIn(object, 'via'), 'host') ?? null,
    device: textIn(object, 'dev') ?? null,
    weight: numberIn(object, 'weight') ?? 1,
    onlink: textsIn(object, 'flags').includes('onlink'),
  }
}

function leadsSomewhere({ gateway, device }: Hop): boolean {
  return gateway !== null || device !== null
}

function parseMetrics(object: JsonObject): Readonly<Record<string, number>> {
  const entries = objectsIn(object, 'metrics').flatMap((metrics) => Object.entries(metrics))
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}

/**
 * What follows from an address or a link by itself, and partly later: everything that makes an address local, multicast,
 * link-local networks, and the IPv6 host routes that come when detection of duplicates ends. The route to the network of an
 * address is not among them, because it comes and goes with the address, and losing it cuts a connection.
 */
function isAutomatic({ family, destination, type, protocol }: Omit<Route, 'kernel'>): boolean {
  if (protocol !== 'kernel') return false
  if (['local', 'broadcast', 'anycast', 'multicast', 'unreachable'].includes(type)) return true
  return family === 'ipv6' && (/^(fe80|ff00)::/.test(destination) || destination.endsWith('/128'))
}
