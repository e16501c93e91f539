import { expect } from 'vitest'
import { isJsonObject, type Json } from '../../spec/json.ts'
import { addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { Attachment } from '../support/context.ts'
import { expectOutOfReach, expectReached, reach } from '../support/conversation.ts'
import { Blocked } from '../support/interruptions.ts'
import { readResult } from '../support/result.ts'
import { addRouter } from '../support/router.ts'

check('BEHAVIOUR-vlan/tags', 'sends and hears what has the tag of the VLAN', async (context) => {
  const attachment = await context.attach()
  const router = await addRouter(context, attachment, vlanOf(attachment))
  for (const { address, gateway = '' } of readResult(attachment.result).ips) {
    const own = address.replace(/\/.*/, '')
    await expectReached(attachment.container, router, gateway, { seenAs: own })
    await expectReached(router, attachment.container, own, { seenAs: gateway })
  }
})

check('BEHAVIOUR-vlan/separation', 'keeps containers of different VLANs apart', async (context) => {
  const one = await context.attach({ containerId: 'one' })
  const other = await context.attach({ containerId: 'other' })
  expect(vlanOf(one)).not.toBe(vlanOf(other))
  const router = await addRouter(context, one, vlanOf(one))
  for (const { gateway = '' } of readResult(one.result).ips)
    if ((await reach(one.container, router, gateway)) === null) throw new Blocked('it has to reach its own VLAN first')
  for (const [, far] of addressPairs(one, other)) await expectOutOfReach(one.container, other.container, far)
})

/** The VLAN that the attachment was asked for. */
function vlanOf({ invocation: { record } }: Attachment): number {
  const config: Json = JSON.parse(record.stdin)
  return isJsonObject(config) ? Number(config.vlanId) : 0
}
