import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { Attachment } from '../../support/context.ts'
import { unnoticedDamage } from '../../support/damage.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { observe, routesTo } from '../../support/observe.ts'
import { readResult } from '../../support/result.ts'
import { attachSound, ownIndex } from '../../support/sound-attachment.ts'

check('CHECK-003/interface-removed', 'fails CHECK when the interface is removed', async (context) => {
  const { call, container, ifname } = await attachSound(context)
  await container.run(['ip', 'link', 'del', ifname])
  expect(await context.plugin.check(call)).toBeRefused()
})

check('CHECK-003/interface-down', 'fails CHECK when the interface is down', async (context) => {
  const { call, container, ifname } = await attachSound(context)
  await container.run(['ip', 'link', 'set', ifname, 'down'])
  expect(await context.plugin.check(call)).toBeRefused()
})

check('CHECK-003/address-removed', 'fails CHECK when the interface has another address', async (context) => {
  const attachment = await attachSound(context)
  await replaceAddress(attachment)
  expect(await context.plugin.check(attachment.call)).toBeRefused()
})

check('CHECK-003/route-removed', 'fails CHECK when a route is removed', async (context) => {
  const { call, container, result } = await attachSound(context)
  const snapshot = await observe(container)
  const [route] = readResult(result).routes.flatMap(({ dst }) => routesTo(snapshot, dst))
  if (route === undefined) throw new NotApplicable('its result lists no route of the container')
  const { family, destination, table } = route
  await container.run(['ip', family === 'ipv4' ? '-4' : '-6', 'route', 'del', destination, 'table', table])
  expect(await context.plugin.check(call)).toBeRefused()
})

check('CHECK-003/host-interface-down', 'fails CHECK when its end on the host is down', async (context) => {
  const { sandbox, target, plugin } = context
  const { call, result } = await attachSound(context)
  const names = readResult(result)
    .interfaces.filter(({ sandbox: place }) => place === undefined)
    .map(({ name }) => name)
    .filter((name) => !target.sharedLinks.includes(name))
  if (names.length === 0)
    throw new NotApplicable('its result lists no interface of the host that is for this attachment')
  for (const name of names) await sandbox.run(['ip', 'link', 'set', name, 'down'])
  expect(await plugin.check(call)).toBeRefused()
})

check('CHECK-004/firewall', 'fails CHECK when its firewall rules are gone', async (context) => {
  expect(await unnoticedDamage(context, 'CHECK-004/firewall')).toListNothing()
})

check('CHECK-004/reservation', 'fails CHECK when its reservations are gone', async (context) => {
  expect(await unnoticedDamage(context, 'CHECK-004/reservation')).toListNothing()
})

check('CHECK-004/settings', 'fails CHECK when its settings are changed', async (context) => {
  expect(await unnoticedDamage(context, 'CHECK-004/settings')).toListNothing()
})

check('CHECK-005/host-link', 'fails CHECK when the host has lost the link to the container', async (context) => {
  expect(await unnoticedDamage(context, 'CHECK-005/host-link')).toListNothing()
})

check('CHECK-005/gateway', 'fails CHECK when the gateway of the container is gone', async (context) => {
  expect(await unnoticedDamage(context, 'CHECK-005/gateway')).toListNothing()
})

/** Without its last address of a family an interface would lose its routes too, and the plugin could notice that instead. */
async function replaceAddress(attachment: Attachment): Promise<void> {
  const { container, ifname, result } = attachment
  const own = ownIndex(attachment)
  const ip = readResult(result).ips.find(({ interface: index }) => index === own)
  if (ip === undefined) throw new NotApplicable('its result lists no address of the interface')
  const { address } = ip
  const other = address.includes(':') ? '2001:db8::7/128' : '192.0.2.7/32'
  await container.run(['ip', 'address', 'add', other, 'dev', ifname])
  await container.run(['ip', 'address', 'del', address, 'dev', ifname])
}
