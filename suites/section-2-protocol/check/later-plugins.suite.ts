import { expect } from 'vitest'
import { messageOf } from '../../../runner/fault.ts'
import type { Container } from '../../../runner/sandbox/container.ts'
import type { JsonObject } from '../../../spec/json.ts'
import { atLeast, resultGeneration, type SpecVersion } from '../../../spec/versions.ts'
import { check } from '../../support/check.ts'
import type { Attachment, CheckContext } from '../../support/context.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { observe, routesTo } from '../../support/observe.ts'
import { attachSound, objects, ownIndex } from '../../support/sound-attachment.ts'

/** Of ranges that are for documentation, so that they are in nobody's way. */
const address = '192.0.2.7/24'
const gateway = '192.0.2.1'
const destination = '198.51.100.0/24'
const mac = '02:00:5e:10:00:07'
/** Plugins that look for a free one begin further below. */
const table = 47_110

check('CHECK-002/route-added', 'accepts a route that a later plugin added', async (context) => {
  const attachment = await attachForOthers(context)
  const { container, ifname, result } = attachment
  await container.run(['ip', 'route', 'add', destination, 'dev', ifname])
  await expectAccepted(context, attachment, { routes: [...objects(result.routes), { dst: destination }] })
})

check('CHECK-002/route-moved', 'accepts that a later plugin moved a route to another table', async (context) => {
  const attachment = await attachForOthers(context)
  const { container, result } = attachment
  const routes = objects(result.routes)
  const [first] = routes
  const [route] = typeof first?.dst === 'string' ? routesTo(await observe(container), first.dst) : []
  const [hop] = route?.hops ?? []
  if (route === undefined || hop === undefined) throw new NotApplicable('its result lists no route of the container')
  const { family, destination: dst } = route
  const ip = ['ip', family === 'ipv4' ? '-4' : '-6', 'route']
  const by = [
    ...(hop.gateway === null ? [] : ['via', hop.gateway]),
    ...(hop.device === null ? [] : ['dev', hop.device]),
  ]
  // The way to the gateway may be in another table already.
  const onlink = hop.gateway === null || hop.device === null ? [] : ['onlink']
  await container.run([...ip, 'add', dst, ...by, ...onlink, 'table', String(table)])
  await container.run([...ip, 'del', dst, ...by, 'table', route.table])
  // Before 1.1.0 the result cannot say where it went.
  const moved = atLeast(context.specVersion, '1.1.0') ? routes.with(0, { ...first, table }) : routes
  await expectAccepted(context, attachment, { routes: moved })
})

check('CHECK-002/address-added', 'accepts an address that a later plugin added', async (context) => {
  const attachment = await attachForOthers(context)
  const { container, ifname, result } = attachment
  await container.run(['ip', 'address', 'add', address, 'dev', ifname])
  const added = ipOf(context.specVersion, ownIndex(attachment))
  await expectAccepted(context, attachment, { ips: [...objects(result.ips), added] })
})

check('CHECK-002/mac-changed', 'accepts a hardware address that a later plugin changed', async (context) => {
  const attachment = await attachForOthers(context)
  const { container, ifname, result } = attachment
  await changeHardwareAddress(container, ifname)
  const own = ownIndex(attachment)
  const interfaces = objects(result.interfaces).map((each, index) => (index === own ? { ...each, mac } : each))
  await expectAccepted(context, attachment, { interfaces })
})

check('CHECK-002/interface-added', 'accepts an interface that a later plugin added', async (context) => {
  const attachment = await attachForOthers(context)
  const { container, result } = attachment
  await container.addLink('added0')
  await container.run(['ip', 'address', 'add', address, 'dev', 'added0'])
  const interfaces = objects(result.interfaces)
  await expectAccepted(context, attachment, {
    interfaces: [...interfaces, { name: 'added0', sandbox: container.netns }],
    ips: [...objects(result.ips), ipOf(context.specVersion, interfaces.length)],
  })
})

/** An ipvlan shares the hardware address of its master, so that no plugin can change it. */
async function changeHardwareAddress(container: Container, ifname: string): Promise<void> {
  try {
    await container.run(['ip', 'link', 'set', 'dev', ifname, 'address', mac])
  } catch (error) {
    if (!messageOf(error).includes('Operation not supported')) throw error
    throw new NotApplicable('the kernel gives its interface no other hardware address')
  }
}

/** An attachment that a chain goes on with, which it does not with lo. */
async function attachForOthers(context: CheckContext): Promise<Attachment> {
  const { createsInterface, kind } = context.target
  if (!createsInterface && kind !== 'chained') throw new NotApplicable('it makes no interface that others could change')
  return attachSound(context)
}

/** CHECK with the final result of the chain, which has the changes of the later plugin. */
async function expectAccepted(
  { plugin }: CheckContext,
  { call, result }: Attachment,
  changes: JsonObject,
): Promise<void> {
  expect(await plugin.check({ ...call, prevResult: { ...result, ...changes } })).toBeAccepted()
}

function ipOf(version: SpecVersion, index: number): JsonObject {
  const family = resultGeneration(version) === 'ips-with-version' ? { version: '4' } : {}
  return { ...family, address, gateway, interface: index }
}
