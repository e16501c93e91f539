import { expect } from 'vitest'
import type { JsonObject } from '../../spec/json.ts'
import { addressesOf, addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { brief, reach } from '../support/conversation.ts'
import { expectHostReached, expectMasqueraded } from '../support/host-traffic.ts'
import { expectPinged } from '../support/ping.ts'
import { readResult } from '../support/result.ts'

check('BEHAVIOUR-bridge/neighbours', 'lets two containers of a network reach each other', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [near, far] of addressPairs(one, other))
    for (const protocol of ['tcp', 'udp'] as const)
      expect(await reach(one.container, other.container, far, { protocol })).toBe(near)
})

check('BEHAVIOUR-bridge/host', 'lets container and host reach each other', expectHostReached)

check('BEHAVIOUR-bridge/ping', 'lets containers and the host answer pings', expectPinged)

check('BEHAVIOUR-bridge/masquerade', 'hides the address of a container with ipMasq only', expectMasqueraded)

check('BEHAVIOUR-bridge/mtu', 'gives both ends the MTU of the configuration', async (context) => {
  const { container, ifname } = await context.attach({ config: withKeys(context, { mtu: 1400 }) })
  const link = await container.execute('ip', ['-j', 'link', 'show', 'dev', ifname])
  expect(link.stdout).toContain('"mtu":1400')
})

check('BEHAVIOUR-bridge/isolation', 'keeps isolated containers apart, and none from the host', async (context) => {
  const { attach, sandbox } = context
  const isolated = withKeys(context, { portIsolation: true })
  const one = await attach({ containerId: 'one', config: isolated })
  const free = await attach({ containerId: 'free' })
  const other = await attach({ containerId: 'other', config: isolated })
  for (const [near, far] of addressPairs(one, free)) expect(await reach(one.container, free.container, far)).toBe(near)
  for (const { address, gateway = '' } of readResult(one.result).ips)
    expect(await reach(one.container, sandbox, gateway)).toBe(address.replace(/\/.*/, ''))
  for (const [, far] of addressPairs(one, other))
    expect(await reach(one.container, other.container, far, { patienceMs: brief })).toBeNull()
})

check('BEHAVIOUR-bridge/spoofing', 'drops what has a false hardware address, with macspoofchk', async (context) => {
  const { attach, sandbox } = context
  const free = await attach({ containerId: 'free' })
  const watched = await attach({ containerId: 'watched', config: withKeys(context, { macspoofchk: true }) })
  for (const attachment of [free, watched]) {
    const { container, ifname, result } = attachment
    const [own = ''] = addressesOf(attachment)
    const [{ gateway = '' } = {}] = readResult(result).ips
    expect(await reach(container, sandbox, gateway)).toBe(own)
    await container.run(['ip', 'link', 'set', ifname, 'address', '02:00:00:00:00:07'])
    // It would send its answer to the address that it knows.
    await sandbox.run(['ip', 'neighbour', 'flush', 'all'])
    if (attachment === free) expect(await reach(container, sandbox, gateway)).toBe(own)
    else expect(await reach(container, sandbox, gateway, { patienceMs: brief })).toBeNull()
    await container.run(['ip', 'link', 'set', ifname, 'down'])
  }
})

function withKeys({ configuration }: CheckContext, keys: JsonObject) {
  return { type: 'bridge', ...configuration?.plugin, ...keys }
}
