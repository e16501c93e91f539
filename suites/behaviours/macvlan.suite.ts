import { expect } from 'vitest'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { brief, reach } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addRouter } from '../support/router.ts'

check('BEHAVIOUR-macvlan/neighbours', 'lets containers reach each other in the mode bridge only', async (context) => {
  const { attach } = context
  const inMode = (mode: string, containerId: string) => attach({ containerId, config: withMode(context, mode) })
  const one = await inMode('bridge', 'one')
  const other = await inMode('bridge', 'other')
  for (const [near, far] of addressPairs(one, other))
    expect(await reach(one.container, other.container, far)).toBe(near)
  const alone = await inMode('private', 'alone')
  for (const [, far] of addressPairs(one, alone))
    expect(await reach(one.container, alone.container, far, { patienceMs: brief })).toBeNull()
})

function withMode({ configuration }: CheckContext, mode: string) {
  return { type: 'macvlan', ...configuration?.plugin, mode }
}

check('BEHAVIOUR-macvlan/outside', 'lets a container reach what is beyond the master', async (context) => {
  const attachment = await context.attach()
  const router = await addRouter(context, attachment)
  for (const { address, gateway = '' } of readResult(attachment.result).ips)
    expect(await reach(attachment.container, router, gateway)).toBe(address.replace(/\/.*/, ''))
  for (const own of addressesOf(attachment)) expect(await reach(router, attachment.container, own)).not.toBeNull()
})

check('BEHAVIOUR-macvlan/mac', 'gives the interface the hardware address that is asked for', async ({ attach }) => {
  const { container, ifname } = await attach({ env: { CNI_ARGS: 'IgnoreUnknown=1;MAC=02:00:00:00:00:07' } })
  const { stdout } = await container.execute('ip', ['-j', 'link', 'show', 'dev', ifname])
  expect(stdout).toContain('"address":"02:00:00:00:00:07"')
})
