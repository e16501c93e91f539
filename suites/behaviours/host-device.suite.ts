import { expect } from 'vitest'
import { isJsonObject, type Json } from '../../spec/json.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { Blocked, demandSuccess } from '../support/interruptions.ts'

check('BEHAVIOUR-host-device/move', 'moves the device into the container', async (context) => {
  const attachment = await context.attach()
  const { container, ifname } = attachment
  expect(await isOnHost(context, deviceOf(attachment))).toBe(false)
  const { stdout } = await container.execute('ip', ['link', 'show', 'up', 'dev', ifname])
  expect(stdout).toContain(ifname)
})

check('BEHAVIOUR-host-device/return', 'gives the device back on DEL', async (context) => {
  const attachment = await context.attach()
  if (await isOnHost(context, deviceOf(attachment))) throw new Blocked('it has to move the device first')
  demandSuccess(await context.plugin.del(attachment.call), 'DEL')
  expect(await isOnHost(context, deviceOf(attachment))).toBe(true)
})

/** The device that the attachment was asked for. */
function deviceOf({ invocation: { record } }: Attachment): string {
  const config: Json = JSON.parse(record.stdin)
  return isJsonObject(config) && typeof config.device === 'string' ? config.device : ''
}

async function isOnHost({ sandbox }: CheckContext, device: string): Promise<boolean> {
  return (await sandbox.execute('ip', ['link', 'show', 'dev', device])).exitCode === 0
}
