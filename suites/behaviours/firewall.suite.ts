import { expect } from 'vitest'
import { check } from '../support/check.ts'
import { brief, reach } from '../support/conversation.ts'
import { Blocked } from '../support/interruptions.ts'
import { addOutside } from '../support/traffic.ts'

check('BEHAVIOUR-firewall/forwarding', 'lets the traffic of the container pass', async (context) => {
  const { attach, prepare, sandbox } = context
  await sandbox.run(['iptables', '-P', 'FORWARD', 'DROP'])
  const { machine, own } = await addOutside(sandbox, 4)
  const { container } = await prepare({ containerId: 'other' })
  if ((await reach(container, machine, own, { patienceMs: brief })) !== null)
    throw new Blocked('the host forwards everything, whatever its policy is')
  const attachment = await attach()
  expect(await reach(attachment.container, machine, own)).not.toBeNull()
})
