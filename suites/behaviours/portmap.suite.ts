import { expect } from 'vitest'
import type { Place, Way } from '../../runner/traffic/conversation.ts'
import { check } from '../support/check.ts'
import type { Attachment } from '../support/context.ts'
import { reach } from '../support/conversation.ts'
import { readResult } from '../support/result.ts'
import { addOutside } from '../support/traffic.ts'

/** What the configuration of the profile maps. */
const mappings: readonly Way[] = [
  { protocol: 'tcp', port: 8080, listenOn: 80 },
  { protocol: 'udp', port: 8053, listenOn: 53 },
]

check('BEHAVIOUR-portmap/outside', 'leads what comes from other machines to the container', async (context) => {
  const { container } = await context.attach()
  for (const family of [4, 6] as const) {
    const { machine, host } = await addOutside(context.sandbox, family)
    for (const way of mappings) expect(await reach(machine, container, host, way)).not.toBeNull()
  }
})

check('BEHAVIOUR-portmap/host', 'leads what the host sends to its own port to the container', async (context) => {
  const attachment = await context.attach()
  await expectForwarded(context.sandbox, attachment)
  for (const way of mappings)
    expect(await reach(context.sandbox, attachment.container, '127.0.0.1', way)).not.toBeNull()
})

check('BEHAVIOUR-portmap/neighbour', 'leads what another container sends to the container', async (context) => {
  const attachment = await context.attach()
  await context.sandbox.run(['sh', '-c', unfiltered])
  // The plugins before this one connect it.
  const { container } = await context.prepare({ containerId: 'neighbour' })
  await expectForwarded(container, attachment)
})

check('BEHAVIOUR-portmap/itself', 'leads what the container sends to the host back to it', async (context) => {
  const attachment = await context.attach()
  // The bridge before it sends nothing back to where it came from unless it is told to.
  await context.sandbox.run([
    'sh',
    '-c',
    'for port in /sys/class/net/cbr0/brif/*; do echo 1 > "$port/hairpin_mode"; done',
  ])
  await expectForwarded(attachment.container, attachment)
})

/** Where what stays on a bridge goes through the firewall, answers find their way as they do on few hosts. */
const unfiltered = 'for each in /proc/sys/net/bridge/bridge-nf-call-*; do [ ! -e "$each" ] || echo 0 > "$each"; done'

async function expectForwarded(from: Place, { container, result }: Attachment): Promise<void> {
  for (const { gateway = '' } of readResult(result).ips)
    for (const way of mappings) expect(await reach(from, container, gateway, way)).not.toBeNull()
}
