import { expect } from 'vitest'
import { demandAccepted } from '../../support/acceptance.ts'
import { check } from '../../support/check.ts'
import { commandsOf, delegateFailure, lastCall, setUpDelegation } from '../../support/delegation.ts'

check('CHECK-006/after-add', 'succeeds with CHECK right after ADD', async ({ plugin, attach }) => {
  const { call } = await attach()
  expect(await plugin.check(call)).toBeAccepted()
})

check(
  'CHECK-006/under-load',
  'succeeds with CHECK right after ADD while other containers are added',
  async ({ plugin, attach }) => {
    const calls = await Promise.allSettled(
      ['container-1', 'container-2', 'container-3'].map(async (containerId) => {
        const { call } = await attach({ containerId })
        return plugin.check(call)
      }),
    )
    for (const outcome of calls) {
      if (outcome.status === 'rejected') throw outcome.reason
      expect(outcome.value).toBeAccepted()
    }
  },
)

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
