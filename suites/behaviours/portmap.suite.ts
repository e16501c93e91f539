import type { Place, Way } from '../../runner/traffic/conversation.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { expectReached, reach } from '../support/conversation.ts'
import { Blocked, demandSuccess } from '../support/interruptions.ts'
import { requireProgram } from '../support/require-program.ts'
import { readResult } from '../support/result.ts'
import { addOutside, type Outside } from '../support/traffic.ts'

/** What the configuration of the profile maps. */
const mappings: readonly Way[] = [
  { protocol: 'tcp', port: 8080, listenOn: 80 },
  { protocol: 'udp', port: 8053, listenOn: 53 },
]

check('BEHAVIOUR-portmap/outside', 'leads what comes from other machines to the container', async (context) => {
  const { container } = await context.attach()
  for (const family of [4, 6] as const) {
    const { machine, host } = await addOutside(context.sandbox, family)
    for (const way of mappings) await expectReached(machine, container, host, way)
  }
})

check('BEHAVIOUR-portmap/host', 'leads what the host sends to its own port to the container', async (context) => {
  const attachment = await context.attach()
  await expectForwarded(context.sandbox, attachment)
  for (const way of mappings) await expectReached(context.sandbox, attachment.container, '127.0.0.1', way)
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

check(
  'BEHAVIOUR-portmap/successor',
  'leads who goes on sending to the container that has the port now',
  async (context) => {
    const senders = await sendersToFormer(context)
    const { container } = await context.attach({ containerId: 'successor' })
    for (const { machine, host } of senders) await expectReached(machine, container, host, steady)
  },
)

check('BEHAVIOUR-portmap/withdrawn', 'leaves who goes on sending to the host after DEL', async (context) => {
  const { port } = steady
  for (const { machine, host } of await sendersToFormer(context))
    await expectReached(machine, context.sandbox, host, { ...steady, listenOn: port })
})

/** What always comes from the same port is one conversation, of which the kernel remembers to where it led it. */
const steady = { protocol: 'udp', port: 8053, listenOn: 53, callFrom: 5300 } as const

const listed = ['--dump', '--proto', 'udp', '--orig-port-dst', String(steady.port)]

/** Machines that are in the middle of a conversation with a container of which the port was just taken. */
async function sendersToFormer({ attach, plugin, sandbox }: CheckContext): Promise<readonly Outside[]> {
  requireProgram('conntrack')
  const { container, call } = await attach({ containerId: 'former' })
  const senders: Outside[] = []
  for (const family of [4, 6] as const) {
    const sender = await addOutside(sandbox, family)
    senders.push(sender)
    const reached = await reach(sender.machine, container, sender.host, steady)
    const { stdout } = await sandbox.execute('conntrack', [...listed, '--family', `ipv${family}`])
    if (reached === null || stdout === '')
      throw new Blocked('the kernel has to lead a conversation to the container first, and to remember it')
  }
  demandSuccess(await plugin.del(call), 'DEL')
  return senders
}

/** Where what stays on a bridge goes through the firewall, answers find their way as they do on few hosts. */
const unfiltered = 'for each in /proc/sys/net/bridge/bridge-nf-call-*; do [ ! -e "$each" ] || echo 0 > "$each"; done'

async function expectForwarded(from: Place, { container, result }: Attachment): Promise<void> {
  for (const { gateway = '' } of readResult(result).ips)
    for (const way of mappings) await expectReached(from, container, gateway, way)
}
