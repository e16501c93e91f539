import { expect } from 'vitest'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { commandsOf, delegateFailure, setUpDelegation } from '../support/delegation.ts'
import { describeOutcome } from '../support/describe-outcome.ts'
import { type FakeDelegate, fakeResult } from '../support/fake-delegate.ts'
import { Blocked, demandSuccess, NotApplicable } from '../support/interruptions.ts'
import { isRefusal } from '../support/refusal.ts'

/** How a delegated plugin can fail on ADD. */
const failures = [
  {
    name: 'error',
    what: 'fails',
    past: 'failed',
    prepare: (delegate: FakeDelegate, context: CheckContext) => delegate.answer('ADD', delegateFailure(context), 1),
  },
  {
    name: 'killed',
    what: 'is killed by a signal',
    past: 'was killed by a signal',
    prepare: (delegate: FakeDelegate) => delegate.script('ADD', 'kill -KILL $$'),
  },
  {
    name: 'junk',
    what: 'exits with 0 and prints no result',
    past: 'exited with 0 and printed no result',
    prepare: (delegate: FakeDelegate) => delegate.script('ADD', "echo 'all is well'; exit 0"),
  },
] as const

for (const { name, what, past, prepare } of failures) {
  const variant = name === 'error' ? 'add' : (`add-${name}` as const)
  check(`DELEGATE-005/${variant}`, `fails ADD when the delegated plugin ${what}`, async (context) => {
    const { delegate, options } = await setUpDelegation(context)
    const { call } = await context.attach({ ...options, containerId: 'control' })
    demandSuccess(await context.plugin.del(call), 'DEL')
    await prepare(delegate, context)
    expect(await context.plugin.add(await context.prepare(options))).toBeRefused()
  })

  check(`DELEGATE-006/${name}`, `runs the delegated plugin with DEL when its ADD ${past}`, async (context) => {
    const { delegate, options } = await setUpDelegation(context)
    await prepare(delegate, context)
    const added = await context.plugin.add(await context.prepare(options))
    const commands = await commandsOf(delegate)
    if (!commands.includes('ADD')) throw new Blocked('ADD has to run the delegated plugin first, but did not')
    if (!isRefusal(added)) throw new Blocked(`ADD has to fail first, but ${describeOutcome(added)}`)
    expect(commands.slice(commands.indexOf('ADD') + 1)).toContain('DEL')
  })
}

check('DELEGATE-004/add-failed', 'runs the delegated plugin on the DEL after an ADD that failed', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  await delegate.answer('ADD', delegateFailure(context), 1)
  const call = await context.prepare(options)
  const added = await context.plugin.add(call)
  if (!isRefusal(added)) throw new Blocked(`ADD has to fail first, but ${describeOutcome(added)}`)
  const before = (await delegate.calls()).length
  await context.plugin.del(call)
  expect((await commandsOf(delegate)).slice(before)).toContain('DEL')
})

check(
  'DELEGATE-011',
  'runs the delegated plugin with DEL when ADD fails after that one has succeeded',
  async (context) => {
    const { delegate, options } = await setUpDelegation(context)
    const { call } = await context.attach({ ...options, containerId: 'control' })
    demandSuccess(await context.plugin.del(call), 'DEL')
    // Nothing in the subnet of the address leads to this gateway, so that no kernel takes the route.
    await delegate.answer('ADD', fakeResult(context.specVersion, { gw: '192.0.2.1' }))
    const before = (await delegate.calls()).length
    const added = await context.plugin.add(await context.prepare(options))
    if (!isRefusal(added)) throw new NotApplicable('it gets by with a route that cannot be made')
    const commands = (await commandsOf(delegate)).slice(before)
    if (!commands.includes('ADD')) throw new Blocked('ADD has to run the delegated plugin first, but did not')
    expect(commands).toContain('DEL')
  },
)
