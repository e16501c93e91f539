import { expect, test } from 'vitest'
import { parseRules } from './rules.ts'

test.each([
  [{ priority: 0, src: 'all', table: 'local' }, 'from all lookup local'],
  [{ priority: 5, src: '10.1.0.5', table: '100' }, 'from 10.1.0.5 lookup 100'],
  [
    { priority: 5, src: 'all', dst: '10.0.0.0', dstlen: 8, fwmark: '0x1', fwmask: '0xff', iif: 'eth0', table: '100' },
    'from all to 10.0.0.0/8 fwmark 0x1/0xff iif eth0 lookup 100',
  ],
  [
    { priority: 5, not: null, src: '1.1.1.1', ipproto: 'tcp', dport_start: 80, dport_end: 90, action: 'blackhole' },
    'not from 1.1.1.1 dport 80-90 ipproto tcp blackhole',
  ],
  [
    { priority: 5, src: 'all', sport: 53, uid_start: 0, uid_end: 5, goto: 32767 },
    'from all uidrange 0-5 sport 53 goto 32767',
  ],
  [{ priority: 5, src: 'all', suppress_prefixlen: 0, table: 'main' }, 'from all suppress_prefixlen 0 lookup main'],
])('%j is "%s"', (object, text) => {
  expect(parseRules('ipv4', JSON.stringify([object]))[0]).toMatchObject({ text, kernel: false })
})

test('the rule that the kernel makes with the first VRF is its own', () => {
  const output = JSON.stringify([{ priority: 1000, src: 'all', l3mdev: null }])
  expect(parseRules('ipv6', output)).toEqual([
    { family: 'ipv6', priority: 1000, table: null, text: 'from all lookup [l3mdev-table]', kernel: true },
  ])
})
