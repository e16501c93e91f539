import { expect } from 'vitest'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'

check('BEHAVIOUR-flannel/subnet', 'gives an address of the subnet of the host, and its MTU', async ({ attach }) => {
  const attachment = await attach()
  const [four, six] = addressesOf(attachment)
  expect(four).toMatch(/^10\.11\.7\.\d+$/)
  expect(six).toMatch(/^fd00:11:0:7:/)
  const link = await attachment.container.execute('ip', ['-j', 'link', 'show', 'dev', attachment.ifname])
  expect(link.stdout).toContain('"mtu":1450')
})
