import { isIP, isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from './formats.ts'
import { formatAddress, parseAddress } from './ip-address.ts'

describe.each([
  [
    'cidr',
    ['10.1.0.5/16', '0.0.0.0/0', '2001:db8::5/64', '::/0', '::ffff:10.0.0.1/120', '1.2.3.4/32'],
    [
      '10.1.0.5',
      '300.1.1.1/24',
      '10.1.0.5/33',
      '::::/64',
      '2001:db8::5/129',
      '10.1.0.5/',
      '10.1.0.5/-1',
      '010.1.0.5/8',
      'fe80::1%eth0/64',
      '10.1/16',
      ' 10.1.0.5/16',
      '10.1.0.5/16 ',
      '/8',
      '10.1.0.5/16/8',
    ],
  ],
  [
    'ip',
    ['10.1.0.1', '::1', '2001:DB8::1'],
    ['10.1.0.1/16', '1::2::3', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7', '12345::', '', '1.2.3', 'localhost', ':1', '1:'],
  ],
  [
    'mac',
    ['00:11:22:33:44:55', 'AA:bb:CC:dd:EE:ff', '00:11:22:33:44:55:66:77', Array(20).fill('00').join(':')],
    ['00:11:22:33:44', '00-11-22-33-44-55', '001122334455', '00:11:22:33:44:5g', ''],
  ],
  [
    'semver',
    ['1.0.0', '0.3.1', '1.0.0-rc1', '1.0.0-alpha.1+build.5', '10.20.30'],
    ['1.0', 'v1.0.0', '01.0.0', '1.0.0.0', '1.0.0-', '', '1.0.0-01'],
  ],
  [
    'interface-name',
    ['eth0', 'a', 'abcdefghijklmno', 'eth0.100'],
    ['', '.', '..', 'abcdefghijklmnop', 'a/b', 'a:b', 'a b'],
  ],
  ['ip-or-cidr', ['10.1.0.5', '10.1.0.5/16', '2001:db8::5', '::/0'], ['', 'localhost', '10.1.0.5/33', '10.1.0']],
  [
    'infiniband-guid',
    ['c2:11:22:33:44:55:66:77', 'FF:ff:00:00:00:00:00:00'],
    ['', 'c2:11:22:33:44:55', 'c2:11:22:33:44:55:66:77:88', 'c2-11-22-33-44-55-66-77', 'c2:11:22:33:44:55:66:7g'],
  ],
  ['container-id', ['a', '3e5f0a', 'A1_.-z', 'a'.repeat(128)], ['', '-a', '.a', '_a', 'a/b', 'a b', 'ä']],
  ['network-name', ['dbnet', '1net', 'db_net.v-2'], ['', '.net', '-net', 'db/net', 'db net']],
  ['file-name', ['bridge', 'host-local', '.hidden', 'a\\b', 'a b'], ['', '.', '..', 'bin/bridge', '/', 'a\0b']],
  ['portable-file-name', ['bridge', 'host-local', 'a b'], ['', '.', '..', 'bin/bridge', 'bin\\bridge', 'a\0b']],
] as const)('the format %s', (name, good, bad) => {
  test.each(good)('takes %j', (text) => {
    expect(formats[name].holds(text)).toBe(true)
  })

  test.each(bad)('does not take %j', (text) => {
    expect(formats[name].holds(text)).toBe(false)
  })
})

describe('addresses', () => {
  const anyText = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.%'.split('')) }),
  )

  test('are what Node takes for addresses, without zones', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.includes('%'))
        expect(formats.ip.holds(text), text).toBe(isIP(text) !== 0)
        expect(formats.ipv4.holds(text), text).toBe(isIPv4(text))
        expect(formats.ipv6.holds(text), text).toBe(isIPv6(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('are the same after they were written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseAddress(text)
        expect(address).toBeDefined()
        if (address === undefined) return
        expect(parseAddress(formatAddress(address))).toEqual(address)
        const canonical =
          address.family === 6 ? new URL(`http://[${text}]`).hostname.slice(1, -1) : new URL(`http://${text}`).hostname
        expect(formatAddress(address)).toBe(canonical)
      }),
      { numRuns: 2000 },
    )
  })
})
