import { describe, expect, test } from 'vitest'
import { canonicalAddress, canonicalCidr, contains, familyOf, networkOf, sameAddress, sameCidr } from './addresses.ts'

describe('an address in its one spelling', () => {
  test.each([
    ['10.1.0.1', '10.1.0.1'],
    ['FD00:0:0::1', 'fd00::1'],
    ['fd00:0:0:0:0:0:0:1', 'fd00::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['fd00::', 'fd00::'],
    ['::ffff:10.1.0.1', '10.1.0.1'],
    ['::FFFF:0a01:1', '10.1.0.1'],
    ['64:ff9b::10.1.0.1', '64:ff9b::a01:1'],
    ['::fffe:10.1.0.1', '::fffe:a01:1'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical)
  })

  test.each(['', '10.1.0', '10.1.0.256', '010.1.0.1', 'fd00::1::2', 'fe80::1%eth0', '10.1.0.1/24', 'fd00::g', ' ::1'])(
    '"%s" is none',
    (text) => {
      expect(canonicalAddress(text)).toBeUndefined()
    },
  )

  test('what is no address equals nothing, not even itself', () => {
    expect(sameAddress('::ffff:10.0.0.1', '10.0.0.1')).toBe(true)
    expect(sameAddress('10.0.0.1', '10.0.0.2')).toBe(false)
    expect(sameAddress('nothing', 'nothing')).toBe(false)
  })
})

describe('an address with a prefix', () => {
  test.each([
    ['10.1.0.5/24', '10.1.0.5/24', '10.1.0.0/24'],
    ['10.1.255.5/17', '10.1.255.5/17', '10.1.128.0/17'],
    ['10.1.0.5/32', '10.1.0.5/32', '10.1.0.5/32'],
    ['10.1.0.5/0', '10.1.0.5/0', '0.0.0.0/0'],
    ['FD00:0:0:1::5/64', 'fd00:0:0:1::5/64', 'fd00:0:0:1::/64'],
    ['fd00::ffff/113', 'fd00::ffff/113', 'fd00::8000/113'],
    ['0:0::/0', '::/0', '::/0'],
    ['::ffff:10.1.0.5/120', '10.1.0.5/24', '10.1.0.0/24'],
  ])('%s is %s in %s', (text, canonical, network) => {
    expect(canonicalCidr(text)).toBe(canonical)
    expect(networkOf(text)).toBe(network)
  })

  test.each([
    '10.1.0.5',
    '10.1.0.5/',
    '10.1.0.5/33',
    '10.1.0.5/024',
    '10.1.0.5/24/1',
    'fd00::1/129',
    '::ffff:10.1.0.5/24',
  ])('%s is none', (text) => {
    expect(canonicalCidr(text)).toBeUndefined()
    expect(networkOf(text)).toBeUndefined()
    expect(sameCidr(text, text)).toBe(false)
  })

  test('the length of the prefix counts', () => {
    expect(sameCidr('fd00::1/64', 'fd00:0::1/64')).toBe(true)
    expect(sameCidr('fd00::1/64', 'fd00::1/65')).toBe(false)
  })
})

test.each([
  ['10.1.0.0/24', '10.1.0.255', true],
  ['10.1.0.0/24', '10.1.1.0', false],
  ['10.1.0.7/24', '::ffff:10.1.0.9', true],
  ['0.0.0.0/0', '10.1.1.0', true],
  ['0.0.0.0/0', 'fd00::1', false],
  ['fd00::/64', 'fd00::1:2:3:4', true],
  ['fd00::/64', 'fd00:0:0:1::', false],
  ['nothing', '10.1.1.0', false],
  ['10.1.0.0/24', 'nothing', false],
])('whether %s contains %s: %s', (network, address, expected) => {
  expect(contains(network, address)).toBe(expected)
})

test('the family is that of the address, with or without a prefix', () => {
  expect(familyOf('10.1.0.1')).toBe('ipv4')
  expect(familyOf('::ffff:10.1.0.1')).toBe('ipv4')
  expect(familyOf('fd00::/64')).toBe('ipv6')
  expect(familyOf('nothing')).toBeUndefined()
})
