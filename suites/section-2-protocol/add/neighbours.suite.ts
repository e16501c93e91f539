import { expect } from 'vitest'
import type { Snapshot } from '../../../runner/observe/snapshot.ts'
import { check } from '../../support/check.ts'
import { addressesOf, findLink, observe, observeHost } from '../../support/observe.ts'

/** An interface of the host that has nothing to do with containers, and its other end. */
const strangers = (ifname: string) => ['ip', 'link', 'add', ifname, 'type', 'veth', 'peer', 'name', 'stranger']

check('ADD-008/succeeds', 'succeeds when the host has an interface of the name', async (context) => {
  const { plugin, sandbox, target, attach, prepare } = context
  await attach({ containerId: 'control' })
  await sandbox.run(strangers(target.ifname))
  const call = await prepare()
  expect(await plugin.add(call)).toSucceed()
  expect(findLink(await observe(call.container), target.ifname)?.name).toBe(target.ifname)
})

check('ADD-008/left-alone', 'leaves an interface of the host alone that has the name', async (context) => {
  const { plugin, sandbox, target, attach, prepare } = context
  await attach({ containerId: 'control' })
  await sandbox.run(strangers(target.ifname))
  const before = await observeHost(sandbox)
  const call = await prepare()
  await plugin.add(call)
  await plugin.del(call)
  expect(portrait(await observeHost(sandbox), target.ifname)).toEqual(portrait(before, target.ifname))
})

const secondName = 'second0'

check(
  'ADD-009/succeeds',
  'adds a container again under another interface name',
  async ({ plugin, attach, prepare }) => {
    const { container } = await attach()
    expect(await plugin.add(await prepare({ container, ifname: secondName }))).toSucceed()
    expect(findLink(await observe(container), secondName)?.name).toBe(secondName)
  },
)

check(
  'ADD-009/first-left-alone',
  'leaves the first interface of a container alone when it adds a second one',
  async ({ attach }) => {
    const { container, ifname } = await attach()
    const before = portrait(await observe(container), ifname)
    await attach({ container, ifname: secondName })
    expect(portrait(await observe(container), ifname)).toEqual(before)
  },
)

/** What makes an interface the one that it is, without the addresses that the kernel gives it in its own time. */
function portrait(snapshot: Snapshot, name: string) {
  const link = findLink(snapshot, name)
  if (link === undefined) return 'no such interface'
  const { ifindex, mac, mtu, up } = link
  const addresses = addressesOf(snapshot, name).flatMap(({ cidr, kernel }) => (kernel ? [] : [cidr]))
  return { ifindex, mac, mtu, up, addresses: addresses.toSorted() }
}
