import { expect } from 'vitest'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { diff } from '../../../runner/observe/diff.ts'
import { isJsonObject } from '../../../spec/json.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked } from '../../support/interruptions.ts'
import { findLink, observe } from '../../support/observe.ts'

check('ADD-001', 'leaves the interface CNI_IFNAME in the container', async ({ attach }) => {
  const { container, ifname } = await attach()
  expect(findLink(await observe(container), ifname)?.name).toBe(ifname)
})

check('ADD-002', 'prints one JSON object on success and nothing else', async ({ plugin, prepare }) => {
  const added = await plugin.add(await prepare())
  if (added.record.exitCode !== 0 || isErrorObject(added.document)) {
    throw new Blocked(`ADD has to succeed first, but ${describeOutcome(added)}`)
  }
  expect(isJsonObject(added.document), describeOutcome(added)).toBe(true)
})

check('ADD-003/refused', 'fails when the interface exists already', async ({ plugin, target, attach, prepare }) => {
  await attach()
  const call = await prepare({ containerId: 'container-2' })
  await call.container.addLink(target.ifname)
  expect(await plugin.add(call)).toBeRefused()
})

check(
  'ADD-003/left-alone',
  'leaves an interface alone that exists already',
  async ({ plugin, target, attach, prepare }) => {
    await attach()
    const call = await prepare({ containerId: 'container-2' })
    await call.container.addLink(target.ifname)
    const before = await observe(call.container)
    await plugin.add(call)
    // What else a failed ADD leaves may stay until the DEL that follows it (stand A-39).
    const touched = diff(before, await observe(call.container)).filter(
      ({ kind, text }) => kind !== 'appeared' || text.split(' ').includes(target.ifname),
    )
    expect(touched.map(({ text }) => text)).toListNothing()
  },
)

check('ADD-010/missing', 'fails when CNI_NETNS leads nowhere', async (context) => {
  expect(await addToNamespace(context, '/run/netns/no-such-container')).toBeRefused()
})

check('ADD-010/plain-file', 'fails when CNI_NETNS leads to a file that is no namespace', async (context) => {
  await context.sandbox.writeFile('/run/netns/plain', '')
  expect(await addToNamespace(context, '/run/netns/plain')).toBeRefused()
})

/** An ADD that is right but for the namespace, after one that is right and works. */
async function addToNamespace({ plugin, attach, prepare }: CheckContext, netns: string) {
  await attach()
  return plugin.add({ ...(await prepare({ containerId: 'container-2' })), env: { CNI_NETNS: netns } })
}
