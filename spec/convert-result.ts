import { parseAddress } from './ip-address.ts'
import { reduceTo } from './result-losses.ts'
import { assemble, familyOf, type ResultParts, takeApart } from './result-parts.ts'
import type { AddResult } from './types/result.ts'
import { atLeast, resultGeneration, type SpecVersion } from './versions.ts'

/** What came of the conversion of a result. */
export type Conversion<Version extends SpecVersion = SpecVersion> =
  | {
      readonly ok: true
      readonly result: AddResult<Version>
      /** What the version has no place for, as JSON pointers (RFC 6901) into the original. */
      readonly dropped: readonly string[]
    }
  | { readonly ok: false; readonly reasons: readonly Obstacle[] }

/** Something that the version cannot say, and that cannot be dropped without making the rest untrue. */
export interface Obstacle {
  /** JSON pointer into the original result. */
  readonly pointer: string
  /** A sentence without a full stop. */
  readonly message: string
}

/**
 * Says in the form of another version what a result of ADD says, which has to be valid in its own version.
 *
 * A newer version can say all that an older one does. For an older version, what describes interfaces and routes more closely is
 * dropped, and nothing without being listed. An address or a route of the container is never dropped: if there is no place for
 * it, there is no conversion.
 *
 * The interfaces that a result of 0.1.0 or 0.2.0 does not name are not made up. These versions hold IPv4 before IPv6, so the way
 * there and back may change the order of addresses and routes, but only across families. Empty lists are left out.
 */
export function convertResult<To extends SpecVersion>(result: AddResult, to: To): Conversion<To>
export function convertResult(result: AddResult, to: SpecVersion): Conversion {
  if (result.cniVersion === to) return { ok: true, result, dropped: [] }
  const { parts, dropped } = reduceTo(to, takeApart(result))
  const reasons = obstacles(parts, to)
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, result: assemble(parts, to), dropped }
}

function obstacles(parts: ResultParts, version: SpecVersion): readonly Obstacle[] {
  const generation = resultGeneration(version)
  return [
    ...(atLeast(version, '1.1.0') ? [] : parts.routes.flatMap((route) => tableObstacles(route, version))),
    ...(generation === 'ips' ? [] : parts.ips.flatMap((ip) => addressObstacles(ip, version))),
    ...(generation === 'ip4-ip6' ? [...secondAddresses(parts, version), ...strayRoutes(parts, version)] : []),
  ]
}

function tableObstacles({ pointer, value }: ResultParts['routes'][number], version: SpecVersion): readonly Obstacle[] {
  if (value.table === undefined) return []
  return [{ pointer: `${pointer}/table`, message: `${version} cannot say that a route is in table ${value.table}` }]
}

/** Before 1.0.0 an address has a family, and its gateway the same one. */
function addressObstacles({ pointer, value }: ResultParts['ips'][number], version: SpecVersion): readonly Obstacle[] {
  const { address, gateway } = value
  const family = familyOf(address)
  if (family === undefined) return [unreadable(pointer, address)]
  if (gateway === undefined || parseAddress(gateway)?.family === family) return []
  const message = `${version} has no place for ${gateway} as the gateway of ${address}`
  return [{ pointer: `${pointer}/gateway`, message }]
}

/** Before 0.3.0 there is one address of each family. */
function secondAddresses({ ips }: ResultParts, version: SpecVersion): readonly Obstacle[] {
  return ([4, 6] as const).flatMap((family) => {
    const [, ...more] = ips.filter(({ value }) => familyOf(value.address) === family)
    return more.map(({ pointer, value }) => ({
      pointer,
      message: `${version} has no place for ${value.address}, since it holds one IPv${family} address`,
    }))
  })
}

/** Before 0.3.0 a route stands beside the address of its family, and its next hop is of that family. */
function strayRoutes({ ips, routes }: ResultParts, version: SpecVersion): readonly Obstacle[] {
  return routes.flatMap(({ pointer, value: { dst, gw } }) => {
    const family = familyOf(dst)
    if (family === undefined) return [unreadable(pointer, dst)]
    const hasAddress = ips.some(({ value }) => familyOf(value.address) === family)
    const hasHop = gw === undefined || parseAddress(gw)?.family === family
    const where = `${version} has no place for the route to ${dst}`
    return [
      ...(hasAddress ? [] : [{ pointer, message: `${where} without an IPv${family} address` }]),
      ...(hasHop ? [] : [{ pointer: `${pointer}/gw`, message: `${where} by ${gw}` }]),
    ]
  })
}

function unreadable(pointer: string, text: string): Obstacle {
  return { pointer, message: `${JSON.stringify(text)} is no address with a prefix` }
}
