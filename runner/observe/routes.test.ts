import { describe, expect, test } from 'vitest'
import { parseRoutes } from './routes.ts'

const plain = {
  type: 'unicast',
  table: 'main',
  metric: 0,
  protocol: 'boot',
  scope: 'global',
  source: null,
  metrics: {},
  tos: null,
  kernel: false,
}

function parse(family: 'ipv4' | 'ipv6', ...routes: readonly object[]) {
  return parseRoutes(family, `${JSON.stringify(routes)}\n`)
}

test('a route says where it leads, and what ip leaves out because it is usual', () => {
  const hop = { gateway: '10.1.0.2', device: 'eth0', weight: 1, onlink: false }
  expect(
    parse(
      'ipv4',
      { dst: 'default', gateway: '10.1.0.2', dev: 'eth0', flags: [] },
      { dst: '10.5.0.2', dev: 'eth0', flags: [] },
    ),
  ).toEqual([
    { ...plain, family: 'ipv4', destination: '0.0.0.0/0', hops: [hop] },
    { ...plain, family: 'ipv4', destination: '10.5.0.2/32', hops: [{ ...hop, gateway: null }] },
  ])
})

test('metrics, table, source and an IPv6 gateway of an IPv4 route are read', () => {
  const [route] = parse('ipv4', {
    dst: '10.2.0.0/16',
    tos: '0x10',
    via: { family: 'inet6', host: 'fe80::5' },
    dev: 'eth0',
    table: '100',
    metric: 5,
    prefsrc: '10.1.0.1',
    scope: 'link',
    flags: ['onlink'],
    metrics: [{ mtu: 1400, advmss: 1360 }],
  })
  expect(route).toEqual({
    ...plain,
    family: 'ipv4',
    destination: '10.2.0.0/16',
    hops: [{ gateway: 'fe80::5', device: 'eth0', weight: 1, onlink: true }],
    table: '100',
    metric: 5,
    source: '10.1.0.1',
    scope: 'link',
    tos: '0x10',
    metrics: { mtu: 1400, advmss: 1360 },
  })
})

test('a multipath route has several hops, a blackhole none', () => {
  const nexthops = [
    { gateway: 'fd00::2', dev: 'eth0', weight: 1, flags: [] },
    { gateway: 'fd00::3', dev: 'eth1', weight: 2, flags: [] },
  ]
  const [multipath, blackhole] = parse(
    'ipv6',
    { dst: 'default', flags: [], nexthops },
    { type: 'blackhole', dst: 'fd00::/8' },
  )
  expect(multipath).toMatchObject({ destination: '::/0', hops: [{ device: 'eth0' }, { device: 'eth1', weight: 2 }] })
  expect(blackhole).toMatchObject({ type: 'blackhole', hops: [] })
})

describe('what the kernel makes by itself', () => {
  test.each([
    ['ipv4', { type: 'local', dst: '10.1.0.1', dev: 'eth0', table: 'local', protocol: 'kernel' }, true],
    ['ipv4', { type: 'broadcast', dst: '10.1.0.255', dev: 'eth0', table: 'local', protocol: 'kernel' }, true],
    ['ipv6', { type: 'multicast', dst: 'ff00::/8', dev: 'eth0', table: 'local', protocol: 'kernel' }, true],
    ['ipv6', { dst: 'fe80::/64', dev: 'eth0', protocol: 'kernel' }, true],
    ['ipv6', { dst: 'fd00::1', dev: 'eth0', protocol: 'kernel' }, true],
    ['ipv4', { dst: '10.1.0.0/24', dev: 'eth0', protocol: 'kernel' }, false],
    ['ipv6', { dst: 'fd00::/64', dev: 'eth0', protocol: 'kernel' }, false],
    ['ipv4', { type: 'local', dst: '10.1.0.0/16', dev: 'lo', table: '100' }, false],
    ['ipv6', { dst: 'fe80::/64', dev: 'eth0', protocol: 'static' }, false],
  ] as const)('%s %j: %s', (family, route, kernel) => {
    expect(parse(family, route)[0]?.kernel).toBe(kernel)
  })
})
