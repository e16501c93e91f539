import { expect } from 'vitest'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { reach } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addOutside } from '../support/traffic.ts'

check('BEHAVIOUR-bridge/neighbours', 'lets two containers of a network reach each other', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [near, far] of addressPairs(one, other))
    for (const protocol of ['tcp', 'udp'] as const)
      expect(await reach(one.container, other.container, far, { protocol })).toBe(near)
})

check('BEHAVIOUR-bridge/host', 'lets container and host reach each other', async ({ attach, sandbox }) => {
  const { container, result } = await attach()
  for (const { address, gateway = '' } of readResult(result).ips) {
    const own = address.replace(/\/.*/, '')
    expect(await reach(container, sandbox, gateway)).toBe(own)
    expect(await reach(sandbox, container, own)).toBe(gateway)
  }
})

check('BEHAVIOUR-bridge/masquerade', 'hides the address of a container with ipMasq only', async (context) => {
  const { attach, sandbox, configuration } = context
  const hidden = await attach({ containerId: 'hidden' })
  const shown = await attach({
    containerId: 'shown',
    config: { type: 'bridge', ...configuration?.plugin, ipMasq: false },
  })
  const outside = await addOutside(sandbox, 4)
  const [own] = addressesOf(shown)
  expect(await outside.sourceOf(hidden.container)).toBe(outside.host)
  expect(await outside.sourceOf(shown.container)).toBe(own)
})

check('BEHAVIOUR-bridge/mtu', 'gives both ends the MTU of the configuration', async (context) => {
  const { attach, configuration } = context
  const { container, ifname } = await attach({ config: { type: 'bridge', ...configuration?.plugin, mtu: 1400 } })
  const link = await container.execute('ip', ['-j', 'link', 'show', 'dev', ifname])
  expect(link.stdout).toContain('"mtu":1400')
})
