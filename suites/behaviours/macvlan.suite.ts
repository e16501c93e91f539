import { expect } from 'vitest'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { expectOutOfReach, expectReached } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addRouter } from '../support/router.ts'

check('BEHAVIOUR-macvlan/neighbours', 'lets containers reach each other in the mode bridge only', async (context) => {
  const { attach } = context
  const inMode = (mode: string, containerId: string) => attach({ containerId, config: withMode(context, mode) })
  const one = await inMode('bridge', 'one')
  const other = await inMode('bridge', 'other')
  for (const [near, far] of addressPairs(one, other))
    await expectReached(one.container, other.container, far, { seenAs: near })
  const alone = await inMode('private', 'alone')
  for (const [, far] of addressPairs(one, alone)) await expectOutOfReach(one.container, alone.container, far)
})

function withMode({ configuration }: CheckContext, mode: string) {
  return { type: 'macvlan', ...configuration?.plugin, mode }
}

check('BEHAVIOUR-macvlan/outside', 'lets a container reach what is beyond the master', async (context) => {
  const attachment = await context.attach()
  const router = await addRouter(context, attachment)
  for (const { address, gateway = '' } of readResult(attachment.result).ips)
    await expectReached(attachment.container, router, gateway, { seenAs: address.replace(/\/.*/, '') })
  for (const own of addressesOf(attachment)) await expectReached(router, attachment.container, own)
})

check('BEHAVIOUR-macvlan/mac', 'gives the interface the hardware address that is asked for', async ({ attach }) => {
  const { container, ifname } = await attach({ env: { CNI_ARGS: 'IgnoreUnknown=1;MAC=02:00:00:00:00:07' } })
  const { stdout } = await container.execute('ip', ['-j', 'link', 'show', 'dev', ifname])
  expect(stdout).toContain('"address":"02:00:00:00:00:07"')
})
