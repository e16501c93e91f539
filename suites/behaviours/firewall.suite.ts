import { hostLocal } from '../../fixtures/networks/ipam.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import { addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { brief, expectOutOfReach, expectReached, reach } from '../support/conversation.ts'
import { Blocked } from '../support/interruptions.ts'
import { addOutside } from '../support/traffic.ts'

check('BEHAVIOUR-firewall/forwarding', 'lets the traffic of the container pass', async (context) => {
  const { attach, prepare, sandbox } = context
  for (const tool of ['iptables', 'ip6tables']) await sandbox.run([tool, '-P', 'FORWARD', 'DROP'])
  const outside = [await addOutside(sandbox, 4), await addOutside(sandbox, 6)]
  const { container } = await prepare({ containerId: 'other' })
  // Whoever listens in vain goes on for a while.
  const way = { patienceMs: brief, port: 7002 }
  const seen = await Promise.all(outside.map(({ machine, own }) => reach(container, machine, own, way)))
  if (seen.some((address) => address !== null))
    throw new Blocked('the host forwards everything, whatever its policy is')
  const attachment = await attach()
  for (const { machine, own } of outside) await expectReached(attachment.container, machine, own)
})

check(
  'BEHAVIOUR-firewall/isolation',
  'keeps containers of different bridges apart, and not others',
  async (context) => {
    const open = await attachTo(context, { bridge: 0, containerId: 'open', ingressPolicy: 'open' })
    const openFar = await attachTo(context, { bridge: 1, containerId: 'open-far', ingressPolicy: 'open' })
    for (const [near, far] of addressPairs(open, openFar))
      await expectReached(open.container, openFar.container, far, { seenAs: near })

    const closed = await attachTo(context, { bridge: 0, containerId: 'closed', ingressPolicy: 'same-bridge' })
    const neighbour = await attachTo(context, { bridge: 0, containerId: 'neighbour', ingressPolicy: 'same-bridge' })
    const closedFar = await attachTo(context, { bridge: 1, containerId: 'closed-far', ingressPolicy: 'same-bridge' })
    for (const [near, far] of addressPairs(closed, neighbour))
      await expectReached(closed.container, neighbour.container, far, { seenAs: near })
    for (const [, far] of addressPairs(closed, closedFar))
      await expectOutOfReach(closed.container, closedFar.container, far)
  },
)

interface Placement {
  readonly bridge: 0 | 1
  readonly containerId: string
  readonly ingressPolicy: string
}

/** Adds a container to one of two networks, each with a bridge of its own. */
async function attachTo(context: CheckContext, { bridge, containerId, ingressPolicy }: Placement) {
  const { attachPrepared, configuration, prepare } = context
  const [first] = configuration?.before ?? []
  if (first === undefined) throw new Blocked('nothing comes before it in the chain')
  const config = { type: 'firewall', ...configuration?.plugin, ingressPolicy }
  const options = { containerId, config, network: `net-${bridge}` }
  return attachPrepared(await prepare(options, [bridge === 0 ? first : secondBridge(first)]))
}

/** The same plugin with another bridge and other addresses. */
function secondBridge(first: PluginConfiguration): PluginConfiguration {
  const ranges = [[{ subnet: '10.12.0.0/24' }], [{ subnet: 'fd00:12::/64' }]]
  return { ...first, bridge: 'cbr1', ipam: { ...hostLocal('dual-stack'), ranges } }
}
