import { expect } from 'vitest'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { commandsOf, delegateFailure, lastCall } from '../../support/delegation.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked, demandSuccess, NotApplicable } from '../../support/interruptions.ts'
import { isRefusal } from '../../support/refusal.ts'
import { type FakedContext, withFakeIpam } from '../../support/standalone.ts'

check(
  'STATUS-002/delegate-missing',
  'prints an error object when STATUS finds no delegated plugin',
  async (context) => {
    if (!context.target.delegatesIpam) throw new NotApplicable('it does not delegate the management of addresses')
    const { plugin, prepare } = await delegating(context)
    const env = { CNI_PATH: context.cniPath.join(':') }
    const refused = await plugin.add(await prepare({ containerId: 'container-2', env }))
    if (!isRefusal(refused)) throw new Blocked(`ADD has to fail first, but ${describeOutcome(refused)}`)
    const status = await plugin.status({ env })
    expect(status).toBeRefused()
    expect(isErrorObject(status.document), describeOutcome(status)).toBe(true)
  },
)

check('STATUS-006/add', 'serves ADD while STATUS fails', async (context) => {
  const { plugin, prepare, delegate } = await withFakeIpam(context)
  await failStatus(context, { plugin, delegate })
  expect(await plugin.add(await prepare())).toSucceed()
})

check('STATUS-006/del', 'serves DEL while STATUS fails', async (context) => {
  const { plugin, attach, delegate } = await withFakeIpam(context)
  const { call } = await attach()
  await failStatus(context, { plugin, delegate })
  expect(await plugin.del(call)).toSucceed()
})

check('STATUS-007', 'runs the delegated plugin on STATUS', async (context) => {
  const { plugin, attach, delegate } = await withFakeIpam(context)
  await attach()
  await lastCall(delegate, 'ADD')
  await plugin.status()
  expect(await commandsOf(delegate)).toContain('STATUS')
})

check('STATUS-008', 'fails STATUS when the delegated plugin fails', async (context) => {
  const { plugin, delegate } = await delegating(context)
  await delegate.answer('STATUS', delegateFailure(context), 1)
  expect(await plugin.status()).toBeRefused()
})

/** The plugin when it has shown that it runs the delegated plugin on STATUS, and that this works. */
async function delegating(context: CheckContext): Promise<FakedContext> {
  const faked = await withFakeIpam(context)
  await faked.attach()
  demandSuccess(await faked.plugin.status(), 'STATUS')
  await lastCall(faked.delegate, 'STATUS')
  return faked
}

async function failStatus(
  context: CheckContext,
  { plugin, delegate }: Pick<FakedContext, 'plugin' | 'delegate'>,
): Promise<void> {
  await delegate.answer('STATUS', delegateFailure(context), 1)
  const status = await plugin.status()
  if (!isRefusal(status)) throw new Blocked(`STATUS has to fail first, but ${describeOutcome(status)}`)
}
