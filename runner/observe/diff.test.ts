import { describe, expect, test } from 'vitest'
import { diff } from './diff.ts'
import type { FirewallEntry } from './firewall.ts'
import type { Link } from './links.ts'
import type { Route } from './routes.ts'
import { parts, type Snapshot } from './snapshot.ts'

const nothing: Snapshot = {
  observed: parts,
  missing: [],
  links: [],
  addresses: [],
  neighbours: [],
  routes: [],
  rules: [],
  bridgeVlans: [],
  forwarding: [],
  firewall: [],
  trafficControl: [],
  sysctls: [],
  namespaces: [],
  files: [],
}

const link: Link = {
  name: 'cni0',
  ifindex: 2,
  kind: 'bridge',
  mac: '02:00:00:00:00:01',
  mtu: 1500,
  up: true,
  flags: [],
  master: null,
  peer: null,
  txQueueLength: 1000,
  alias: null,
  alternativeNames: [],
  settings: { vlan_filtering: '0' },
  kernel: false,
}

const route: Route = {
  family: 'ipv4',
  destination: '10.0.0.0/8',
  type: 'unicast',
  table: 'main',
  hops: [{ gateway: '10.1.0.1', device: 'eth0', weight: 1, onlink: false }],
  metric: 0,
  protocol: 'boot',
  scope: 'global',
  source: null,
  metrics: {},
  tos: null,
  kernel: false,
}

const rule: FirewallEntry = {
  view: 'iptables',
  object: 'rule',
  table: 'nat',
  container: 'POSTROUTING',
  text: '-A POSTROUTING -j MASQUERADE',
  properties: '',
}

function texts(before: Partial<Snapshot>, after: Partial<Snapshot>, sharedLinks: readonly string[] = []) {
  return diff({ ...nothing, ...before }, { ...nothing, ...after }, { sharedLinks }).map(({ text }) => text)
}

describe('what changed', () => {
  test('is said fact by fact', () => {
    expect(
      texts({ links: [link] }, { links: [{ ...link, up: false, mtu: 1400, settings: { vlan_filtering: '1' } }] }),
    ).toEqual(['link cni0 changed: state up became down, mtu 1500 became 1400, vlan_filtering 0 became 1'])
    expect(texts({ routes: [route] }, { routes: [{ ...route, metric: 100, metrics: { mtu: 1400 } }] })).toEqual([
      'route 10.0.0.0/8 via 10.1.0.1 dev eth0 changed: metric 0 became 100, mtu none became 1400',
    ])
  })

  test('has no indexes of interfaces in it, because the kernel may number a link anew that moves and comes back', () => {
    expect(texts({ links: [link] }, { links: [{ ...link, ifindex: 7 }] })).toEqual([])
  })

  test('of equal routes but for the metric is the one that changed', () => {
    const other = { ...route, metric: 7 }
    expect(texts({ routes: [route, other] }, { routes: [other, { ...route, metric: 8 }] })).toEqual([
      'route 10.0.0.0/8 via 10.1.0.1 dev eth0 changed: metric 0 became 8',
    ])
    expect(texts({ routes: [route, other] }, { routes: [other] })).toEqual([
      'route 10.0.0.0/8 via 10.1.0.1 dev eth0 vanished',
    ])
  })
})

test('a second copy of the same rule is a difference', () => {
  expect(texts({ firewall: [rule] }, { firewall: [rule, rule] })).toEqual([
    'iptables rule "-A POSTROUTING -j MASQUERADE" in nat appeared',
  ])
})

test('what the kernel does by itself is no difference', () => {
  expect(texts({}, { routes: [{ ...route, kernel: true }], links: [{ ...link, kernel: true }] })).toEqual([])
})

test('a sysctl that comes or goes with an interface is no difference, a changed one is', () => {
  const sysctl = { name: 'net.ipv4.conf.cni0.rp_filter', value: '0', device: 'cni0' }
  expect(texts({}, { sysctls: [sysctl] })).toEqual([])
  expect(texts({ sysctls: [sysctl] }, { sysctls: [{ ...sysctl, value: '2' }] })).toEqual([
    'sysctl net.ipv4.conf.cni0.rp_filter changed: 0 became 2',
  ])
})

test('a part that is not known on both sides is not compared', () => {
  const observed = parts.filter((part) => part !== 'iptables')
  expect(texts({ observed }, { firewall: [rule], links: [link] })).toEqual(['link cni0 (bridge) appeared'])
  expect(texts({ firewall: [rule] }, { observed, links: [link] })).toEqual(['link cni0 (bridge) appeared'])
})

test('a shared link is left out with what hangs on it, but not its ports and the routes through it', () => {
  const after: Partial<Snapshot> = {
    links: [link, { ...link, name: 'veth0', kind: 'veth', master: 'cni0' }],
    addresses: [
      {
        device: 'cni0',
        family: 'ipv4',
        cidr: '10.1.0.1/24',
        peer: null,
        scope: 'global',
        broadcast: null,
        label: null,
        tentative: false,
        duplicate: false,
        kernel: false,
      },
    ],
    routes: [
      {
        ...route,
        hops: [{ gateway: null, device: 'cni0', weight: 1, onlink: false }],
        protocol: 'kernel',
        scope: 'link',
      },
      { ...route, hops: [{ gateway: '10.1.0.9', device: 'cni0', weight: 1, onlink: false }] },
    ],
  }
  const own = ['link veth0 (veth) appeared', 'route 10.0.0.0/8 via 10.1.0.9 dev cni0 appeared']
  expect(texts({}, after, ['cni0'])).toEqual(own)
  expect(texts({}, after)).toEqual([
    'link cni0 (bridge) appeared',
    ...own.slice(0, 1),
    'address 10.1.0.1/24 on cni0 appeared',
    'route 10.0.0.0/8 dev cni0 appeared',
    ...own.slice(1),
  ])
})

test('the order does not depend on that of the snapshots', () => {
  const links = ['c', 'a', 'b'].map((name) => ({ ...link, name }))
  const expected = ['link a (bridge) appeared', 'link b (bridge) appeared', 'link c (bridge) appeared']
  expect(texts({}, { links })).toEqual(expected)
  expect(texts({}, { links: links.toReversed() })).toEqual(expected)
})
