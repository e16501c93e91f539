import { expect } from 'vitest'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { reach } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addOutside } from '../support/traffic.ts'

check('BEHAVIOUR-ptp/host', 'lets container and host reach each other', async ({ attach, sandbox }) => {
  const { container, result } = await attach()
  for (const { address, gateway = '' } of readResult(result).ips) {
    const own = address.replace(/\/.*/, '')
    expect(await reach(container, sandbox, gateway)).toBe(own)
    expect(await reach(sandbox, container, own)).toBe(gateway)
  }
})

check('BEHAVIOUR-ptp/neighbours', 'lets two containers reach each other by the host', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [, far] of addressPairs(one, other))
    expect(await reach(one.container, other.container, far)).not.toBeNull()
})

check('BEHAVIOUR-ptp/masquerade', 'hides the address of a container with ipMasq only', async (context) => {
  const { attach, sandbox, configuration } = context
  const hidden = await attach({ containerId: 'hidden' })
  const shown = await attach({ containerId: 'shown', config: { type: 'ptp', ...configuration?.plugin, ipMasq: false } })
  const outside = await addOutside(sandbox, 4)
  const [own] = addressesOf(shown)
  expect(await outside.sourceOf(hidden.container)).toBe(outside.host)
  expect(await outside.sourceOf(shown.container)).toBe(own)
})
