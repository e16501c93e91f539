import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { NotApplicable } from '../../support/interruptions.ts'

check('DEL-003/three-times', 'succeeds when DEL is called three times', async ({ plugin, attach }) => {
  const { call } = await attach()
  for (const _ of [1, 2, 3]) expect(await plugin.del(call)).toSucceed()
})

check(
  'DEL-003/never-added',
  'succeeds with DEL for a container that was never added',
  async ({ plugin, attach, prepare }) => {
    await attach()
    expect(await plugin.del(await prepare({ containerId: 'container-2' }))).toSucceed()
  },
)

check(
  'DEL-003/interface-gone',
  'succeeds with DEL when the interface is gone already',
  async ({ plugin, target, attach }) => {
    if (!target.createsInterface) throw new NotApplicable('it makes no interface of its own')
    const { call, container, ifname } = await attach()
    await container.run(['ip', 'link', 'del', ifname])
    expect(await plugin.del(call)).toSucceed()
  },
)

check('DEL-004/netns-unset', 'succeeds with DEL when CNI_NETNS is not set', async ({ plugin, attach }) => {
  const { call } = await attach()
  expect(await plugin.del({ ...call, env: { CNI_NETNS: undefined } })).toSucceed()
})

check('DEL-004/netns-empty', 'succeeds with DEL when CNI_NETNS is empty', async ({ plugin, attach }) => {
  const { call } = await attach()
  expect(await plugin.del({ ...call, env: { CNI_NETNS: '' } })).toSucceed()
})

check('DEL-004/netns-gone', 'succeeds with DEL when the network namespace is gone', async ({ plugin, attach }) => {
  const { call, container } = await attach()
  await container.remove()
  expect(await plugin.del(call)).toSucceed()
})

check('DEL-005/absent', 'succeeds with DEL when there is no prevResult', async ({ plugin, attach }) => {
  const { call } = await attach()
  const { prevResult: _, ...rest } = call
  expect(await plugin.del(rest)).toSucceed()
})

for (const [name, emptyOf, what] of [
  ['null', () => null, 'null'],
  ['empty-object', () => ({}), 'an empty object'],
  ['no-ips', (cniVersion: string) => ({ cniVersion, interfaces: [], ips: [] }), 'without interfaces and addresses'],
] as const) {
  check(`DEL-005/${name}`, `succeeds with DEL when prevResult is ${what}`, async ({ plugin, specVersion, attach }) => {
    const { call } = await attach()
    expect(await plugin.del({ ...call, prevResult: emptyOf(specVersion) })).toSucceed()
  })
}
