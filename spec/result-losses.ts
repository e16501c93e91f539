import type { Placed, ResultParts } from './result-parts.ts'
import type { Dns } from './types/dns.ts'
import type { Interface, Ip, Route } from './types/result.ts'
import { atLeast, resultGeneration, type SpecVersion } from './versions.ts'

/** What a version can hold of a result, and what it has no place for. */
export interface Reduction {
  readonly parts: ResultParts
  /** JSON pointers into the original result. */
  readonly dropped: readonly string[]
}

/** What is left of parts, and what was dropped of them. */
interface Kept<Part> {
  readonly kept: readonly Placed<Part>[]
  readonly dropped: readonly string[]
}

/**
 * Drops what only adds to a result, so that the rest stays true without it: interfaces, their attributes and those of routes, and
 * before 0.3.0 addresses of the host. Keys that no version knows are kept. Addresses and routes of the container are kept, whether
 * the version can hold them or not.
 */
export function reduceTo(version: SpecVersion, { interfaces, ips, routes, others }: ResultParts): Reduction {
  const listsInterfaces = resultGeneration(version) !== 'ip4-ip6'
  const hasAttributes = atLeast(version, '1.1.0')
  const keptInterfaces = listsInterfaces
    ? each(interfaces, hasAttributes ? keep : withoutInterfaceAttributes)
    : { kept: [], dropped: interfaces.length === 0 ? [] : ['/interfaces'] }
  const keptIps = each(ips, listsInterfaces ? keep : (ip) => inContainer(ip, interfaces))
  const keptRoutes = each(routes, hasAttributes ? keep : withoutRouteAttributes)
  const foreign = Object.keys(others).filter((key) => partKeys.has(key))
  return {
    parts: {
      interfaces: keptInterfaces.kept,
      ips: keptIps.kept,
      routes: keptRoutes.kept,
      others: withoutForeignKeys(others),
    },
    dropped: [...keptInterfaces.dropped, ...keptIps.dropped, ...keptRoutes.dropped, ...foreign.map((key) => `/${key}`)],
  }
}

/** The keys that have a meaning in some versions, and none in the others. */
const partKeys: ReadonlySet<string> = new Set(['ip4', 'ip6', 'interfaces', 'ips', 'routes'])

function withoutForeignKeys(others: { readonly dns?: Dns }): { readonly dns?: Dns } {
  return Object.fromEntries(Object.entries(others).filter(([key]) => !partKeys.has(key)))
}

function withoutInterfaceAttributes({ pointer, value }: Placed<Interface<'1.1.0'>>): Kept<Interface<'1.1.0'>> {
  const { mtu, socketPath, pciID, ...rest } = value
  return { kept: [{ pointer, value: rest }], dropped: present(pointer, { mtu, socketPath, pciID }) }
}

/** The tables that a route is in when none is named: that of number 0 and the main one. */
const defaultTables: ReadonlySet<number> = new Set([0, 254])

/** A table stays where it matters: without it the route would be another one. */
function withoutRouteAttributes({ pointer, value }: Placed<Route<'1.1.0'>>): Kept<Route<'1.1.0'>> {
  const { mtu, advmss, priority, scope, table, ...rest } = value
  const matters = table !== undefined && !defaultTables.has(table)
  return {
    kept: [{ pointer, value: matters ? { ...rest, table } : rest }],
    dropped: present(pointer, { mtu, advmss, priority, scope, ...(matters ? {} : { table }) }),
  }
}

/** Before 0.3.0 all addresses are the container's. One on an interface without a sandbox is the host's. */
function inContainer(ip: Placed<Ip<'1.1.0'>>, interfaces: ResultParts['interfaces']): Kept<Ip<'1.1.0'>> {
  const { interface: index, ...rest } = ip.value
  if (index === undefined) return keep(ip)
  const owner = interfaces[index]?.value
  if (owner !== undefined && (owner.sandbox ?? '') === '') return { kept: [], dropped: [ip.pointer] }
  return { kept: [{ pointer: ip.pointer, value: rest }], dropped: [`${ip.pointer}/interface`] }
}

function keep<Part>(part: Placed<Part>): Kept<Part> {
  return { kept: [part], dropped: [] }
}

function each<Part>(parts: readonly Placed<Part>[], reducePart: (part: Placed<Part>) => Kept<Part>): Kept<Part> {
  const results = parts.map(reducePart)
  return { kept: results.flatMap(({ kept }) => kept), dropped: results.flatMap(({ dropped }) => dropped) }
}

/** The pointers of those attributes that are there. */
function present(pointer: string, attributes: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [`${pointer}/${key}`]))
}
