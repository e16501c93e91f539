import { expect } from 'vitest'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'

/** Beyond all networks. */
const far = { 4: '203.0.113.9', 6: '2001:db8:113::9' }

check('BEHAVIOUR-sbr/source', 'lets what an interface sends leave by it', async ({ attach }) => {
  const first = await attach()
  const second = await attach({ container: first.container, ifname: 'eth1' })
  for (const attachment of [first, second])
    for (const address of addressesOf(attachment)) {
      const to = far[address.includes(':') ? 6 : 4]
      const { stdout } = await first.container.execute('ip', ['route', 'get', to, 'from', address])
      expect(stdout).toContain(` dev ${attachment.ifname} `)
    }
})
