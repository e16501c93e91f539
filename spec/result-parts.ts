import { parseCidr } from './ip-address.ts'
import type { Dns } from './types/dns.ts'
import type { AddResult, FamilyConfiguration, Interface, Ip, Route } from './types/result.ts'
import type { Since } from './types/since.ts'
import { type ResultGeneration, resultGeneration, type SpecVersion } from './versions.ts'

/** A part of a result, and where it stands there, as a JSON pointer (RFC 6901). */
export interface Placed<Part> {
  readonly pointer: string
  readonly value: Part
}

/** What a result says, whatever its version: in the form of the newest one, which can say everything. */
export interface ResultParts {
  readonly interfaces: readonly Placed<Interface<'1.1.0'>>[]
  readonly ips: readonly Placed<Ip<'1.1.0'>>[]
  readonly routes: readonly Placed<Route<'1.1.0'>>[]
  /** What is the same in all versions: `dns`, and keys that no version knows. */
  readonly others: { readonly dns?: Dns }
}

/** The versions of a generation of results. */
interface Versions {
  readonly 'ip4-ip6': Exclude<SpecVersion, Since<'0.3.0'>>
  readonly 'ips-with-version': Exclude<Since<'0.3.0'>, Since<'1.0.0'>>
  readonly ips: Since<'1.0.0'>
}

/** The family of an address or a network with its prefix; undefined for any other text. */
export function familyOf(cidr: string): 4 | 6 | undefined {
  return parseCidr(cidr)?.address.family
}

/** Takes a result of any version apart. The family of an address is not kept, since it follows from the address. */
export function takeApart(result: AddResult): ResultParts {
  if (isByFamily(result)) return takeFamiliesApart(result)
  const { cniVersion: _, interfaces = [], ips = [], routes = [], ...others } = result
  return {
    interfaces: placed('/interfaces', interfaces),
    ips: placed('/ips', ips.map(withoutVersion)),
    routes: placed('/routes', routes),
    others,
  }
}

/** Makes a result of parts that the version can hold. A list that is empty is left out (stand A-24). */
export function assemble({ interfaces, ips, routes, others }: ResultParts, version: SpecVersion): AddResult {
  if (hasGeneration(version, 'ip4-ip6')) {
    return { cniVersion: version, ...familySide(4, ips, routes), ...familySide(6, ips, routes), ...others }
  }
  const lists = {
    ...(interfaces.length === 0 ? {} : { interfaces: values(interfaces) }),
    ...(routes.length === 0 ? {} : { routes: values(routes) }),
    ...others,
  }
  if (ips.length === 0) return { cniVersion: version, ...lists }
  if (hasGeneration(version, 'ips')) return { cniVersion: version, ips: values(ips), ...lists }
  return { cniVersion: version, ips: values(ips).map(withVersion), ...lists }
}

function hasGeneration<Generation extends ResultGeneration>(
  version: SpecVersion,
  generation: Generation,
): version is Versions[Generation] {
  return resultGeneration(version) === generation
}

function isByFamily(result: AddResult): result is AddResult<Versions['ip4-ip6']> {
  return hasGeneration(result.cniVersion, 'ip4-ip6')
}

function takeFamiliesApart(result: AddResult<Versions['ip4-ip6']>): ResultParts {
  const { cniVersion: _, ip4, ip6, ...others } = result
  const sides = [...sideApart('/ip4', ip4), ...sideApart('/ip6', ip6)]
  return { interfaces: [], ips: sides.map(({ ip }) => ip), routes: sides.flatMap(({ routes }) => routes), others }
}

function sideApart(pointer: string, side: FamilyConfiguration | undefined) {
  if (side === undefined) return []
  const { ip: address, routes = [], ...ip } = side
  return [{ ip: { pointer, value: { address, ...ip } }, routes: placed(`${pointer}/routes`, routes) }]
}

function placed<Part>(list: string, parts: readonly Part[]): readonly Placed<Part>[] {
  return parts.map((value, index) => ({ pointer: `${list}/${index}`, value }))
}

function withoutVersion(ip: Ip): Ip<'1.1.0'> {
  if (!('version' in ip)) return ip
  const { version: _, ...rest } = ip
  return rest
}

function withVersion(ip: Ip<'1.1.0'>): Ip<'0.4.0'> {
  return { version: familyOf(ip.address) === 6 ? '6' : '4', ...ip }
}

/** `ip4` or `ip6`, with the routes of the family. */
function familySide(family: 4 | 6, ips: ResultParts['ips'], routes: ResultParts['routes']) {
  const ip = values(ips).find(({ address }) => familyOf(address) === family)
  if (ip === undefined) return {}
  const { address, ...rest } = ip
  const own = values(routes).filter(({ dst }) => familyOf(dst) === family)
  return { [`ip${family}`]: { ip: address, ...rest, ...(own.length === 0 ? {} : { routes: own }) } }
}

function values<Part>(parts: readonly Placed<Part>[]): readonly Part[] {
  return parts.map(({ value }) => value)
}
