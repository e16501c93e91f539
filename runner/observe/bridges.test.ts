import { expect, test } from 'vitest'
import { parseBridgeVlans, parseForwarding } from './bridges.ts'

test('VLANs of ports are listed, and the one that every port has is the kernel’s', () => {
  const output = JSON.stringify([
    {
      ifname: 'veth0',
      vlans: [
        { vlan: 1, flags: ['PVID', 'Egress Untagged'] },
        { vlan: 100, vlanEnd: 200 },
      ],
    },
    { ifname: 'br0', vlans: [{ vlan: 1, flags: ['Egress Untagged'] }] },
  ])
  expect(parseBridgeVlans(output)).toEqual([
    { device: 'veth0', vlan: '1', pvid: true, untagged: true, kernel: true },
    { device: 'veth0', vlan: '100-200', pvid: false, untagged: false, kernel: false },
    { device: 'br0', vlan: '1', pvid: false, untagged: true, kernel: false },
  ])
})

test('only forwarding entries that somebody put there are listed', () => {
  const output = JSON.stringify([
    { mac: '33:33:00:00:00:01', ifname: 'br0', flags: ['self'], state: 'permanent' },
    { mac: '01:00:5e:00:00:01', ifname: 'br0', flags: ['self'], state: 'permanent' },
    { mac: '76:6d:36:9d:86:e0', ifname: 'veth0', flags: [], master: 'br0', state: '' },
    { mac: '02:00:00:00:00:33', ifname: 'veth0', flags: [], master: 'br0', state: 'static', vlan: 5 },
    { mac: '02:00:00:00:00:34', ifname: 'vxlan0', flags: ['self'], dst: '10.0.0.2', state: 'permanent' },
  ])
  expect(parseForwarding(output, [])).toEqual([
    { device: 'veth0', mac: '02:00:00:00:00:33', destination: null, vlan: 5 },
    { device: 'vxlan0', mac: '02:00:00:00:00:34', destination: '10.0.0.2', vlan: null },
  ])
})
