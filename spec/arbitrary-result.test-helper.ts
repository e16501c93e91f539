import fc from 'fast-check'
import { validate } from '../runner/schemas.ts'
import { formatAddress } from './ip-address.ts'
import { createGuard } from './is-valid.ts'
import type { AddResult } from './types/result.ts'
import { atLeast, resultGeneration, type SpecVersion } from './versions.ts'

const isValid = createGuard(validate)

/** Valid results of ADD of a version, with everything that the version knows, and with keys that none does. */
export function arbitraryResult(version: SpecVersion): fc.Arbitrary<AddResult> {
  const shape = resultGeneration(version) === 'ip4-ip6' ? families : lists(version)
  const parts: Readonly<Record<string, fc.Arbitrary<unknown>>> = { ...shape, dns, own }
  return fc.record(parts, { requiredKeys: [] }).map((rest) => {
    const document: unknown = { cniVersion: version, ...rest }
    if (!isValid('add-result', version, document)) throw new Error(`not valid: ${JSON.stringify(document)}`)
    return document
  })
}

const own = fc.constantFrom('a key', 'of the plugin')

const text = fc.stringMatching(/^[a-z]{1,8}$/)

const family = fc.constantFrom<4 | 6>(4, 6)

function address(of: 4 | 6): fc.Arbitrary<string> {
  return fc
    .bigInt({ min: 0n, max: of === 4 ? 2n ** 32n - 1n : 2n ** 128n - 1n })
    .map((value) => formatAddress({ family: of, value }))
}

function cidr(of: 4 | 6): fc.Arbitrary<string> {
  return fc.tuple(address(of), fc.nat({ max: of === 4 ? 32 : 128 })).map((parts) => parts.join('/'))
}

/** An address that is mostly of the family. */
function neighbour(of: 4 | 6): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: address(of) }, { weight: 1, arbitrary: family.chain(address) })
}

const dns = fc.record(
  {
    nameservers: fc.array(family.chain(address), { maxLength: 2 }),
    domain: text,
    search: fc.array(text, { maxLength: 2 }),
    options: fc.array(text, { maxLength: 2 }),
    own,
  },
  { requiredKeys: [] },
)

const families = { ip4: side(4), ip6: side(6) }

function side(of: 4 | 6) {
  const sameFamily = fc.record({ dst: cidr(of), gw: address(of), own }, { requiredKeys: ['dst'] })
  const shape = { ip: cidr(of), gateway: address(of), routes: fc.array(sameFamily, { maxLength: 2 }), own }
  return fc.record(shape, { requiredKeys: ['ip'] })
}

function lists(version: SpecVersion) {
  return {
    interfaces: fc.array(networkInterface(version), { maxLength: 3 }),
    ips: fc.array(
      family.chain((of) => ip(of, version)),
      { maxLength: 3 },
    ),
    routes: fc.array(
      family.chain((of) => route(of, version)),
      { maxLength: 3 },
    ),
  }
}

function networkInterface(version: SpecVersion): fc.Arbitrary<unknown> {
  const attributes = atLeast(version, '1.1.0') ? { mtu: fc.nat(), socketPath: fc.constant('/run/a'), pciID: text } : {}
  const sandbox = fc.constantFrom('', '/run/netns/blue')
  const mac = fc.constant('00:11:22:33:44:55')
  return fc.record({ name: text, mac, sandbox, own, ...attributes }, { requiredKeys: ['name'] })
}

function ip(of: 4 | 6, version: SpecVersion): fc.Arbitrary<unknown> {
  const place = { address: cidr(of), interface: fc.nat({ max: 3 }), own }
  if (resultGeneration(version) === 'ips') {
    return fc.record({ ...place, gateway: neighbour(of) }, { requiredKeys: ['address'] })
  }
  const named = { ...place, gateway: address(of), version: fc.constant(String(of)) }
  return fc.record(named, { requiredKeys: ['address', 'version'] })
}

function route(of: 4 | 6, version: SpecVersion): fc.Arbitrary<unknown> {
  const table = fc.constantFrom(0, 100, 254)
  const attributes = { mtu: fc.nat(), advmss: fc.nat(), priority: fc.nat(), table, scope: fc.nat({ max: 254 }) }
  const hop = resultGeneration(version) === 'ips' ? neighbour(of) : address(of)
  const shape = { dst: cidr(of), gw: hop, own, ...(atLeast(version, '1.1.0') ? attributes : {}) }
  return fc.record(shape, { requiredKeys: ['dst'] })
}
