import { expect } from 'vitest'
import { findPeer } from '../../runner/observe/queries.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { JsonObject } from '../../spec/json.ts'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { expectOutOfReach, expectReached, reach } from '../support/conversation.ts'
import { expectHostReached, expectMasqueraded } from '../support/host-traffic.ts'
import { Blocked } from '../support/interruptions.ts'
import { findLink, observe, observeHost } from '../support/observe.ts'
import { expectPinged } from '../support/ping.ts'
import { readResult } from '../support/result.ts'

check('BEHAVIOUR-bridge/neighbours', 'lets two containers of a network reach each other', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [near, far] of addressPairs(one, other))
    for (const protocol of ['tcp', 'udp'] as const)
      await expectReached(one.container, other.container, far, { protocol, seenAs: near })
})

check('BEHAVIOUR-bridge/host', 'lets container and host reach each other', expectHostReached)

check('BEHAVIOUR-bridge/ping', 'lets containers and the host answer pings', expectPinged)

check('BEHAVIOUR-bridge/masquerade', 'hides the address of a container with ipMasq only', expectMasqueraded)

check('BEHAVIOUR-bridge/mtu', 'gives both ends the MTU of the configuration', async (context) => {
  const { container, ifname } = await context.attach({ config: withKeys(context, { mtu: 1400 }) })
  const inside = findLink(await observe(container), ifname)
  const outside = inside && findPeer(await observeHost(context.sandbox), inside)
  if (outside === undefined) throw new Blocked('its interface has to be an end of a veth first')
  expect([inside?.mtu, outside.mtu]).toEqual([1400, 1400])
})

check('BEHAVIOUR-bridge/isolation', 'keeps isolated containers apart, and none from the host', async (context) => {
  const { attach, sandbox } = context
  const isolated = withKeys(context, { portIsolation: true })
  const free = await attach({ containerId: 'free' })
  await demandHost(free, sandbox)
  const one = await attach({ containerId: 'one', config: isolated })
  const other = await attach({ containerId: 'other', config: isolated })
  for (const [near, far] of addressPairs(one, free))
    await expectReached(one.container, free.container, far, { seenAs: near })
  for (const { address, gateway = '' } of readResult(one.result).ips)
    await expectReached(one.container, sandbox, gateway, { seenAs: address.replace(/\/.*/, '') })
  for (const [, far] of addressPairs(one, other)) await expectOutOfReach(one.container, other.container, far)
})

check('BEHAVIOUR-bridge/spoofing', 'drops what has a false hardware address, with macspoofchk', async (context) => {
  const { attach, sandbox } = context
  const free = await attach({ containerId: 'free' })
  await spoof(context, free)
  await demandHost(free, sandbox)
  await free.container.run(['ip', 'link', 'set', free.ifname, 'down'])

  const watched = await attach({ containerId: 'watched', config: withKeys(context, { macspoofchk: true }) })
  const [own = ''] = addressesOf(watched)
  const [{ gateway = '' } = {}] = readResult(watched.result).ips
  await expectReached(watched.container, sandbox, gateway, { seenAs: own })
  await spoof(context, watched)
  await expectOutOfReach(watched.container, sandbox, gateway)
})

/** Gives the container another hardware address than the plugin did. */
async function spoof({ sandbox }: CheckContext, { container, ifname }: Attachment): Promise<void> {
  await container.run(['ip', 'link', 'set', ifname, 'address', '02:00:00:00:00:07'])
  // It would send its answer to the address that it knows.
  await sandbox.run(['ip', 'neighbour', 'flush', 'all'])
}

/** Whether the host is reached when nothing forbids it is for others to say. */
async function demandHost({ container, result }: Attachment, sandbox: Sandbox): Promise<void> {
  for (const { gateway = '' } of readResult(result).ips)
    if ((await reach(container, sandbox, gateway)) === null)
      throw new Blocked(`an ordinary container has to reach ${gateway} first`)
}

function withKeys({ configuration }: CheckContext, keys: JsonObject) {
  return { type: 'bridge', ...configuration?.plugin, ...keys }
}
