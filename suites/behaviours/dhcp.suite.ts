import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { patience } from '../support/conversation.ts'
import { Blocked, demandSuccess } from '../support/interruptions.ts'
import { readResult } from '../support/result.ts'

check('BEHAVIOUR-dhcp/lease', 'returns the address that the server has leased', async (context) => {
  const [address = ''] = addressesOf(await context.attach())
  expect(await leasesOf(context)).toContain(` ${address} `)
})

check('BEHAVIOUR-dhcp/release', 'gives the lease back on DEL', async (context) => {
  const attachment = await context.attach()
  const [address = ''] = addressesOf(attachment)
  // As who has asked for it does: what is released has to come from that address.
  const [{ address: cidr } = { address }] = readResult(attachment.result).ips
  await attachment.container.run(['ip', 'address', 'add', cidr, 'dev', attachment.ifname])
  if (!(await leasesOf(context)).includes(` ${address} `)) throw new Blocked('the server has to have leased it first')
  demandSuccess(await context.plugin.del(attachment.call), 'DEL')
  // Nobody confirms a release: it takes as long as the server needs.
  const deadline = Date.now() + patience()
  while (Date.now() < deadline && (await leasesOf(context)).includes(` ${address} `)) await delay(50)
  expect(await leasesOf(context)).not.toContain(` ${address} `)
})

/** What the server has written about its leases: a line each. */
async function leasesOf({ sandbox }: CheckContext): Promise<string> {
  return (await sandbox.readFile('/run/dnsmasq.leases')) ?? ''
}
