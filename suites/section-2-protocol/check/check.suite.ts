import { expect } from 'vitest'
import { demandAccepted } from '../../support/acceptance.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { commandsOf, delegateFailure, lastCall, setUpDelegation } from '../../support/delegation.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { observeHost } from '../../support/observe.ts'

check('CHECK-006/after-add', 'succeeds with CHECK right after ADD', async ({ plugin, attach }) => {
  const { call } = await attach()
  expect(await plugin.check(call)).toBeAccepted()
})

check('CHECK-006/no-arguments', 'succeeds with CHECK after an ADD without capability arguments', async (context) => {
  const { plugin, prepare, attachPrepared, configuration } = context
  if (configuration?.capabilityArguments === undefined) throw new NotApplicable('it is given no capability arguments')
  const prepared = await prepare({ capabilityArguments: {} })
  const { call } = await attachPrepared(prepared)
  expect(await plugin.check(call)).toBeAccepted()
})

// One after the other: what happens when ADDs meet is another requirement's affair.
check('CHECK-006/several', 'succeeds with CHECK of several containers at once', async (context) => {
  const { plugin, attach } = context
  const attachments = []
  for (const containerId of ['container-1', 'container-2', 'container-3']) {
    attachments.push(await attach({ containerId }))
  }
  await joinSharedBridges(context)
  for (const checked of await Promise.all(attachments.map(({ call }) => plugin.check(call)))) {
    expect(checked).toBeAccepted()
  }
})

/**
 * Somebody else's interface joins the bridges that containers share. A bridge without an address of its own takes the lowest of
 * its ports, which is this one: otherwise it would be by chance that the next container changes it.
 */
async function joinSharedBridges({ sandbox, target }: CheckContext): Promise<void> {
  if (target.sharedLinks.length === 0) return
  const { links } = await observeHost(sandbox)
  const bridges = links.filter(({ name, kind }) => kind === 'bridge' && target.sharedLinks.includes(name))
  for (const [index, { name }] of bridges.entries()) {
    const own = `other${index}`
    const peer = ['type', 'veth', 'peer', 'name', `${own}-far`]
    await sandbox.run(['ip', 'link', 'add', own, 'address', '02:00:00:00:00:01', ...peer])
    await sandbox.run(['ip', 'link', 'set', own, 'master', name, 'up'])
  }
}

check('CHECK-008', 'runs the delegated plugin on CHECK', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  demandAccepted(await context.plugin.check(call), 'CHECK')
  expect(await commandsOf(delegate)).toContain('CHECK')
})

check('CHECK-009', 'prints nothing when CHECK succeeds', async ({ plugin, attach }) => {
  const { call } = await attach()
  const { record } = demandAccepted(await plugin.check(call), 'CHECK')
  expect(record.stdout.trim()).toBe('')
})

check('CHECK-010', 'fails CHECK when the delegated plugin fails', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  demandAccepted(await context.plugin.check(call), 'CHECK')
  await lastCall(delegate, 'CHECK')
  await delegate.answer('CHECK', delegateFailure(context), 1)
  expect(await context.plugin.check(call)).toBeRefused()
})
