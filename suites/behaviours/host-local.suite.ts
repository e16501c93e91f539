import { expect } from 'vitest'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { demandSuccess } from '../support/interruptions.ts'

check('BEHAVIOUR-host-local/requested', 'gives the address that is asked for', async ({ attach }) => {
  const attachment = await attach({ env: { CNI_ARGS: 'IgnoreUnknown=1;IP=10.11.0.77' } })
  expect(addressesOf(attachment)).toContain('10.11.0.77')
})

check('BEHAVIOUR-host-local/rest', 'does not give an address away again at once', async ({ attach, plugin }) => {
  const first = await attach({ containerId: 'first' })
  demandSuccess(await plugin.del(first.call), 'DEL')
  const second = await attach({ containerId: 'second' })
  const former = new Set(addressesOf(first))
  expect(addressesOf(second).filter((address) => former.has(address))).toEqual([])
})
