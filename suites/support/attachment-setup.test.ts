import { expect, test } from 'vitest'
import { withDevice } from './attachment-setup.ts'

const plugin = { type: 'host-device', device: '{device}', ipam: { type: 'static' } }

test('each place has a device of its own, always the same', () => {
  const places = ['eth0', 'eth1', 'eth0'].map((ifname) => withDevice(plugin, { ifname }).device)
  expect(places).toEqual([expect.stringMatching(/^dev[\da-f]{8}$/), expect.not.stringMatching(/{/), places[0]])
  expect(places[0]).not.toBe(places[1])
})

test('all else in a configuration stays as it is', () => {
  expect(withDevice(plugin, { ifname: 'eth0' })).toEqual({ ...plugin, device: expect.any(String) })
  const other = { type: 'bridge', bridge: 'cbr0' }
  expect(withDevice(other, { ifname: 'eth0' })).toEqual(other)
})
