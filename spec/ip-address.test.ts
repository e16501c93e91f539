import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Address,
  bitsOf,
  type Cidr,
  contains,
  firstOf,
  formatAddress,
  formatCidr,
  lastOf,
  next,
  overlaps,
  parseAddress,
  parseCidr,
} from './ip-address.ts'

const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value): Address => ({ family: 4, value })),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value): Address => ({ family: 6, value })),
  // Runs of zeros, which random numbers hardly ever have.
  fc
    .array(fc.constantFrom(0n, 0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
    .map(
      (groups): Address => ({ family: 6, value: groups.reduce<bigint>((value, group) => (value << 16n) | group, 0n) }),
    ),
)

const cidrs: fc.Arbitrary<Cidr> = addresses.chain((address) =>
  fc.integer({ min: 0, max: bitsOf(address) }).map((prefix) => ({ address, prefix })),
)

function cidr(text: string): Cidr {
  const parsed = parseCidr(text)
  if (parsed === undefined) throw new Error(`${text} is no address with a prefix`)
  return parsed
}

describe('an address', () => {
  test.each([
    ['0.0.0.0', 0n],
    ['255.255.255.255', 2n ** 32n - 1n],
    ['10.1.2.3', 0x0a010203n],
    ['::', 0n],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2n ** 128n - 1n],
    ['1::', 2n ** 112n],
    ['1:2:3:4:5:6:7::', 0x0001_0002_0003_0004_0005_0006_0007_0000n],
    ['::10.1.2.3', 0x0a010203n],
    ['1:2:3:4:5:6:10.1.2.3', 0x0001_0002_0003_0004_0005_0006_0a01_0203n],
    ['2001:DB8::000A', 0x2001_0db8_0000_0000_0000_0000_0000_000an],
  ])('%s', (text, value) => {
    expect(parseAddress(text)?.value).toBe(value)
  })

  test.each([
    '',
    ' 10.0.0.1',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0.1.2',
    '0x0a.0.0.1',
    '10.0.0.-1',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '::12345',
    '::g',
    '1.2.3.4::',
    '1.2.3.4::1',
    '::1.2.3.4:5',
    '::1.2.3',
    'fe80::1%eth0',
    '[::1]',
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  test('is read back as it was written, and Node takes it for one', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const text = formatAddress(address)
        expect(parseAddress(text)).toEqual(address)
        expect(isIP(text)).toBe(address.family)
      }),
    )
  })

  test('is only what Node takes for one', () => {
    const piece = fc.constantFrom('0', '1', 'ab', 'ffff', '10', '255', '256', ':', '::', '.', '1.2.3.4', '%', '/')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        // Zones are of one host, and not taken.
        expect(parseAddress(text)?.family ?? 0).toBe(text.includes('%') ? 0 : isIP(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('IPv6 is written as RFC 5952 says', () => {
  test.each([
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:1:0:0:0:1:0:0', '0:1::1:0:0'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ])('%s: %s', (text, expected) => {
    const address = parseAddress(text)
    expect(address && formatAddress(address)).toBe(expected)
  })
})

describe('an address with a prefix', () => {
  test.each([
    '10.0.0.1',
    '10.0.0.1/',
    '10.0.0.1/33',
    '10.0.0.1/+8',
    '10.0.0.1/8/8',
    '/8',
    '::/129',
    '::/0008',
    '::/1e1',
  ])('is not %j', (text) => {
    expect(parseCidr(text)).toBeUndefined()
  })

  test.each([
    ['10.1.2.3/8', '10.0.0.0', '10.255.255.255'],
    ['10.1.2.3/32', '10.1.2.3', '10.1.2.3'],
    ['10.1.2.3/31', '10.1.2.2', '10.1.2.3'],
    ['255.255.255.255/0', '0.0.0.0', '255.255.255.255'],
    ['fd00::1/127', 'fd00::', 'fd00::1'],
    ['::1/0', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::ffff:10.0.0.1/128', '::ffff:a00:1', '::ffff:a00:1'],
  ])('%s is in a network from %s to %s', (text, first, last) => {
    expect(formatAddress(firstOf(cidr(text)))).toBe(first)
    expect(formatAddress(lastOf(cidr(text)))).toBe(last)
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(cidrs, (each) => {
        expect(parseCidr(formatCidr(each))).toEqual(each)
      }),
    )
  })

  test('contains the first and the last address of its network, and none beyond', () => {
    fc.assert(
      fc.property(cidrs, (each) => {
        const [first, last] = [firstOf(each), lastOf(each)]
        expect([contains(each, first), contains(each, each.address), contains(each, last)]).toEqual([true, true, true])
        expect([contains(each, next(first, -1n)), contains(each, next(last))]).toEqual([false, false])
        expect(last.value - first.value + 1n).toBe(2n ** BigInt(bitsOf(each.address) - each.prefix))
      }),
    )
  })

  test('contains nothing of the other family', () => {
    expect(contains(cidr('0.0.0.0/0'), { family: 6, value: 1n })).toBe(false)
    expect(overlaps(cidr('0.0.0.0/0'), cidr('::/0'))).toBe(false)
  })

  test('overlaps another when one network contains the other, in whatever order they come', () => {
    const pair = cidrs.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          cidrs,
          fc.integer({ min: 0, max: one.prefix }).map((prefix) => ({ ...one, prefix })),
        ),
      ),
    )
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const [outer, inner] = one.prefix <= other.prefix ? [one, other] : [other, one]
        const expected = contains(outer, firstOf(inner)) && contains(outer, lastOf(inner))
        expect(overlaps(one, other)).toBe(expected)
        expect(overlaps(other, one)).toBe(expected)
      }),
    )
  })
})
