import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validate } from '../runner/schemas.ts'
import { arbitraryResult } from './arbitrary-result.test-helper.ts'
import { type Conversion, convertResult } from './convert-result.ts'
import { isJsonObject, type Json } from './json.ts'
import type { AddResult } from './types/result.ts'
import { atLeast, type SpecVersion, specVersions } from './versions.ts'

/** There are 49 pairs of versions. */
const often = { numRuns: 1000 }

const version = fc.constantFrom(...specVersions)

/** A result of any version. */
const result = version.chain(arbitraryResult)

describe('the conversion of any result to any version', () => {
  test('is valid', () => {
    fc.assert(
      fc.property(result, version, (original, to) => {
        const conversion = convertResult(original, to)
        fc.pre(conversion.ok)
        expect(validate('add-result', to, conversion.result)).toEqual([])
      }),
      often,
    )
  })

  test('loses nothing in a newer version', () => {
    fc.assert(
      fc.property(result, version, (original, to) => {
        fc.pre(atLeast(to, original.cniVersion))
        expect(convertResult(original, to)).toMatchObject({ ok: true, dropped: [] })
      }),
      often,
    )
  })

  test('can be undone when it has lost nothing', () => {
    fc.assert(
      fc.property(result, version, (original, to) => {
        const there = convertResult(original, to)
        fc.pre(there.ok && there.dropped.length === 0)
        const back = convertResult(there.result, original.cniVersion)
        expect(back).toMatchObject({ ok: true, dropped: [] })
        expect(normalised(resultOf(back))).toEqual(normalised(original))
      }),
      often,
    )
  })

  test('has everything that it does not list as dropped', () => {
    fc.assert(
      fc.property(result, version, (original, to) => {
        const conversion = convertResult(original, to)
        fc.pre(conversion.ok)
        const { dropped } = conversion
        const kept = leaves(original).filter(({ pointer }) => !dropped.some((place) => isWithin(pointer, place)))
        expect(statements(leaves(conversion.result))).toEqual(statements(kept))
      }),
      often,
    )
  })

  test('lists as dropped what was there, once', () => {
    fc.assert(
      fc.property(result, version, (original, to) => {
        const conversion = convertResult(original, to)
        fc.pre(conversion.ok)
        const { dropped } = conversion
        expect(new Set(dropped).size).toBe(dropped.length)
        for (const place of dropped) expect(leaves(original).some(({ pointer }) => isWithin(pointer, place))).toBe(true)
      }),
      often,
    )
  })
})

const container = { name: 'eth0', sandbox: '/run/netns/blue' }

test('interfaces are dropped before 0.3.0, and with them the addresses of the host', () => {
  const original: AddResult<'0.4.0'> = {
    cniVersion: '0.4.0',
    interfaces: [{ name: 'cni0' }, { name: 'cni1', sandbox: '' }, container],
    ips: [
      { version: '4', address: '10.1.0.1/16', interface: 0 },
      { version: '4', address: '10.2.0.1/16', interface: 1 },
      { version: '4', address: '10.1.0.5/16', interface: 2 },
    ],
    routes: [{ dst: '0.0.0.0/0' }],
  }
  expect(convertResult(original, '0.2.0')).toEqual({
    ok: true,
    result: { cniVersion: '0.2.0', ip4: { ip: '10.1.0.5/16', routes: [{ dst: '0.0.0.0/0' }] } },
    dropped: ['/interfaces', '/ips/0', '/ips/1', '/ips/2/interface'],
  })
})

test('attributes are dropped before 1.1.0', () => {
  const original: AddResult<'1.1.0'> = {
    cniVersion: '1.1.0',
    interfaces: [{ ...container, mtu: 1500, socketPath: '/run/eth0.sock', pciID: '0000:03:00.1' }],
    routes: [
      { dst: '::/0', priority: 100, table: 254 },
      { dst: '0.0.0.0/0', mtu: 1400, advmss: 1360, scope: 0, table: 0 },
    ],
  }
  expect(convertResult(original, '1.0.0')).toEqual({
    ok: true,
    result: { cniVersion: '1.0.0', interfaces: [container], routes: [{ dst: '::/0' }, { dst: '0.0.0.0/0' }] },
    dropped: [
      ...['mtu', 'socketPath', 'pciID'].map((key) => `/interfaces/0/${key}`),
      ...['priority', 'table'].map((key) => `/routes/0/${key}`),
      ...['mtu', 'advmss', 'scope', 'table'].map((key) => `/routes/1/${key}`),
    ],
  })
})

/** Its keys `mtu` and `ips` have a meaning in other versions. */
const ahead = {
  cniVersion: '0.2.0',
  ip4: { ip: '10.1.0.5/16', routes: [{ dst: '0.0.0.0/0', mtu: 1 }] },
  ips: 'own',
} as const

test('a key that only other versions define is dropped, unless the other version is one of them', () => {
  const routes = [{ dst: '0.0.0.0/0' }]
  const ips = [{ address: '10.1.0.5/16' }]
  expect(convertResult(ahead, '0.1.0')).toEqual({
    ok: true,
    result: { cniVersion: '0.1.0', ip4: { ip: '10.1.0.5/16', routes } },
    dropped: ['/ip4/routes/0/mtu', '/ips'],
  })
  expect(convertResult(ahead, '1.1.0')).toEqual({
    ok: true,
    result: { cniVersion: '1.1.0', ips, routes: [{ dst: '0.0.0.0/0', mtu: 1 }] },
    dropped: ['/ips'],
  })
})

test('a result stays what it is in its own version', () => {
  expect(convertResult(ahead, '0.2.0')).toEqual({ ok: true, result: ahead, dropped: [] })
})

test('a list that is empty is left out', () => {
  const original: AddResult<'1.0.0'> = { cniVersion: '1.0.0', interfaces: [], ips: [], routes: [] }
  expect(convertResult(original, '0.4.0')).toEqual({ ok: true, result: { cniVersion: '0.4.0' }, dropped: [] })
})

test.each<[string, AddResult<'1.1.0'>, SpecVersion, readonly string[]]>([
  [
    'a second address of a family before 0.3.0',
    {
      cniVersion: '1.1.0',
      ips: [{ address: '10.1.0.5/16' }, { address: '2001:db8::5/64' }, { address: '10.1.0.6/16' }],
    },
    '0.2.0',
    ['/ips/2: 0.2.0 has no place for 10.1.0.6/16, since it holds one IPv4 address'],
  ],
  [
    'a route without an address of its family before 0.3.0',
    { cniVersion: '1.1.0', ips: [{ address: '10.1.0.5/16' }], routes: [{ dst: '::/0' }] },
    '0.1.0',
    ['/routes/0: 0.1.0 has no place for the route to ::/0 without an address of its family'],
  ],
  [
    'a next hop of the other family before 1.0.0',
    { cniVersion: '1.1.0', ips: [{ address: '10.1.0.5/16' }], routes: [{ dst: '0.0.0.0/0', gw: 'fe80::1' }] },
    '0.3.1',
    ['/routes/0/gw: 0.3.1 has no place for fe80::1 beside 0.0.0.0/0'],
  ],
  [
    'a gateway of the other family before 1.0.0',
    { cniVersion: '1.1.0', ips: [{ address: '10.1.0.5/32', gateway: 'fe80::1' }] },
    '0.4.0',
    ['/ips/0/gateway: 0.4.0 has no place for fe80::1 beside 10.1.0.5/32'],
  ],
  [
    'a table before 1.1.0',
    { cniVersion: '1.1.0', routes: [{ dst: '0.0.0.0/0', table: 100 }] },
    '1.0.0',
    ['/routes/0/table: 1.0.0 cannot say that a route is in table 100'],
  ],
  [
    'text that is no address, where the family matters',
    { cniVersion: '1.1.0', ips: [{ address: '10.1.0.5' }] },
    '0.4.0',
    ['/ips/0: "10.1.0.5" is no address with a prefix'],
  ],
])('there is no conversion of %s', (_, original, to, reasons) => {
  const conversion = convertResult(original, to)
  expect(conversion.ok ? [] : conversion.reasons.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual(
    reasons,
  )
})

function resultOf(conversion: Conversion): AddResult | undefined {
  return conversion.ok ? conversion.result : undefined
}

/** Without what the way over 0.2.0 does not keep: the order across families, and lists that are empty. */
function normalised(document: AddResult | undefined): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: Json) => {
    if (!['interfaces', 'ips', 'routes'].includes(key) || !Array.isArray(value)) return value
    return value.length === 0 ? undefined : value.toSorted((one: Json, other: Json) => order(one) - order(other))
  })
}

function order(part: Json): number {
  const network = isJsonObject(part) ? (part.address ?? part.dst) : undefined
  return typeof network === 'string' && network.includes(':') ? 6 : 4
}

interface Leaf {
  readonly pointer: string
  readonly value: Json
}

/** The texts and numbers of a document, apart from what says how to read it: its version and the families of addresses. */
function leaves(value: Json | undefined, pointer = ''): readonly Leaf[] {
  if (/^\/cniVersion$|^\/ips\/\d+\/version$/.test(pointer)) return []
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [{ pointer, value }]
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`))
}

/** What leaves say by the names of their keys. An address was called ip. */
function statements(of: readonly Leaf[]): readonly string[] {
  const named = of.map(
    ({ pointer, value }) => `${pointer.replace(/\/ip$/, '/address').split('/').at(-1)}: ${JSON.stringify(value)}`,
  )
  return named.toSorted((one, other) => one.localeCompare(other))
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}
