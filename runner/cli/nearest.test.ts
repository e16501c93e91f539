import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const keys = ['bridge', 'isGateway', 'isDefaultGateway', 'ipMasq', 'mtu', 'vlan', 'mac', 'type']

test.each([
  ['isGatway', 'isGateway'],
  ['isgateway', 'isGateway'],
  ['isGatewya', 'isGateway'],
  ['ipmask', 'ipMasq'],
  ['brigde', 'bridge'],
  ['tpye', 'type'],
])('%s is probably %s', (word, meant) => {
  expect(nearest(word, keys)).toBe(meant)
})

test.each(['something', 'labels', 'comment'])('%j is a word of its own', (word) => {
  expect(nearest(word, keys)).toBeUndefined()
})

test('how much may differ can be said', () => {
  expect(nearest('mta', keys, 0)).toBeUndefined()
  expect(nearest('MTU', keys, 0)).toBe('mtu')
})

test('of several the nearest one is meant, and a name itself before all', () => {
  expect(nearest('network-config-lst', ['network-config', 'network-config-list'])).toBe('network-config-list')
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, selector: (name) => name.toLowerCase() }),
      (names) => {
        for (const name of names) expect(nearest(name, names)).toBe(name)
      },
    ),
  )
})
