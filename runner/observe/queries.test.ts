import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Execute } from './execute.ts'
import { makeNamespace, type Namespace } from './namespace.test-helper.ts'
import { addressesEqualTo, addressesOf, findLink, findPeer, firewallMentions, portsOf, routesTo } from './queries.ts'
import type { Snapshot } from './snapshot.ts'
import { snapshot } from './take-snapshot.ts'

let namespace: Namespace
let host: Snapshot
let container: Snapshot

/** A host with a bridge, and a container that is attached to it as the bridge plugin would. */
beforeAll(async () => {
  namespace = await makeNamespace()
  await namespace.run(`ip netns add container; in='ip -n container'
    ip link add br0 type bridge; ip link set br0 up; ip addr add 10.1.0.1/24 dev br0
    ip link add veth0 type veth peer name eth0 netns container; ip link set veth0 master br0 up
    ip link add veth1 type veth peer name veth2
    $in link set lo up; $in link set eth0 up; $in addr add 10.1.0.5/24 dev eth0; $in -6 addr add fd00::5/64 dev eth0
    $in route add default via 10.1.0.1; $in route add default via 10.1.0.1 metric 5 table 100
    iptables -A FORWARD -s 10.1.0.5 -j ACCEPT`)
  const enter: Execute = (command, args) =>
    namespace.execute('nsenter', ['--net=/run/netns/container', command, ...args])
  host = await snapshot(namespace.execute)
  container = await snapshot(enter)
})

afterAll(() => namespace.end())

test('a container has its own links and nothing of the host', () => {
  expect(container.missing).toEqual([])
  expect(container.links.map(({ name }) => name)).toEqual(['lo', 'eth0'])
  expect(findLink(container, 'eth0')).toMatchObject({ kind: 'veth', up: true, mtu: 1500 })
  expect(findLink(container, 'eth0')?.mac).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/)
  expect(findLink(container, 'br0')).toBeUndefined()
  expect(container.firewall).toEqual([])
})

test('the other end of a veth is found on the host', () => {
  const eth0 = findLink(container, 'eth0')
  expect(eth0 && findPeer(host, eth0)?.name).toBe('veth0')
  const bridge = findLink(host, 'br0')
  expect(bridge && findPeer(host, bridge)).toBeUndefined()
  expect(portsOf(host, 'br0').map(({ name }) => name)).toEqual(['veth0'])
})

test('an address is found in any spelling, on the interface that has it', () => {
  expect(addressesEqualTo(container, '10.1.0.5/24').map(({ device }) => device)).toEqual(['eth0'])
  expect(addressesEqualTo(container, 'FD00:0::5/64').map(({ device }) => device)).toEqual(['eth0'])
  expect(addressesEqualTo(container, '10.1.0.5/16')).toEqual([])
  const chosen = addressesOf(container, 'eth0').filter(({ kernel }) => !kernel)
  expect(chosen.map(({ cidr }) => cidr)).toEqual(['10.1.0.5/24', 'fd00::5/64'])
  expect(addressesOf(container, 'lo').map(({ cidr }) => cidr)).toEqual(['127.0.0.1/8', '::1/128'])
})

test('routes are found by their destination, in every table', () => {
  const tables = routesTo(container, '0.0.0.0/0').map(({ table, hops, metric }) => [table, hops[0]?.gateway, metric])
  expect(tables).toEqual([
    ['100', '10.1.0.1', 5],
    ['main', '10.1.0.1', 0],
  ])
  expect(routesTo(container, '10.1.0.77/24')).toMatchObject([{ protocol: 'kernel', source: '10.1.0.5' }])
  expect(routesTo(container, 'nothing')).toEqual([])
})

test('the firewall is searched by text', () => {
  expect(firewallMentions(host, '10.1.0.5/32').map(({ text }) => text)).toEqual(['-A FORWARD -s 10.1.0.5/32 -j ACCEPT'])
})
