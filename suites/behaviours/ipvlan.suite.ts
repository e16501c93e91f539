import { expect } from 'vitest'
import { addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { expectReached } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addRouter, masterMac } from '../support/router.ts'

check('BEHAVIOUR-ipvlan/neighbours', 'lets two containers on a master reach each other', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [near, far] of addressPairs(one, other))
    await expectReached(one.container, other.container, far, { seenAs: near })
})

check(
  'BEHAVIOUR-ipvlan/outside',
  'lets a container reach what is beyond, under the MAC of the master',
  async (context) => {
    const attachment = await context.attach()
    const router = await addRouter(context, attachment)
    for (const { address, gateway = '' } of readResult(attachment.result).ips) {
      const own = address.replace(/\/.*/, '')
      await expectReached(attachment.container, router, gateway, { seenAs: own })
      const { stdout } = await router.execute('ip', ['-j', 'neighbour', 'show', own])
      expect(stdout).toContain(await masterMac(context))
    }
  },
)
