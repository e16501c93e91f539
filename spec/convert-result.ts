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
 * it, there is no conversion. (libcni drops it without a word.)
 *
 * A key that no version defines is kept. So is one that only the other version defines, and it is taken at its word.
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
    ...(generation === 'ips' ? [] : mixedFamilies(parts, version)),
    ...(generation === 'ip4-ip6' ? [...secondAddresses(parts, version), ...strayRoutes(parts, version)] : []),
  ]
}

function tableObstacles({ pointer, value }: ResultParts['routes'][number], version: SpecVersion): readonly Obstacle[] {
  if (value.table === undefined) return []
  return [{ pointer: `${pointer}/table`, message: `${version} cannot say that a route is in table ${value.table}` }]
}

/** Before 1.0.0 an address and its gateway are of one family, and so are the destination of a route and its next hop. */
function mixedFamilies({ ips, routes }: ResultParts, version: SpecVersion): readonly Obstacle[] {
  const pairs = [
    ...ips.map(({ pointer, value }) => ({ pointer, network: value.address, key: 'gateway', hop: value.gateway })),
    ...routes.map(({ pointer, value }) => ({ pointer, network: value.dst, key: 'gw', hop: value.gw })),
  ]
  return pairs.flatMap(({ pointer, network, key, hop }) => {
    const family = familyOf(network)
    if (family === undefined) return [{ pointer, message: `${JSON.stringify(network)} is no address with a prefix` }]
    if (hop === undefined || parseAddress(hop)?.family === family) return []
    return [{ pointer: `${pointer}/${key}`, message: `${version} has no place for ${hop} beside ${network}` }]
  })
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

/** Before 0.3.0 a route stands beside the address of its family. */
function strayRoutes({ ips, routes }: ResultParts, version: SpecVersion): readonly Obstacle[] {
  const families = new Set(ips.map(({ value }) => familyOf(value.address)))
  const stray = routes.filter(({ value }) => !families.has(familyOf(value.dst)))
  return stray.map(({ pointer, value }) => ({
    pointer,
    message: `${version} has no place for the route to ${value.dst} without an address of its family`,
  }))
}
