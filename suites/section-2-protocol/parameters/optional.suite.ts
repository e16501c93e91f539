import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { demandWorking, setUpDelegation } from '../../support/delegation.ts'
import { demandSuccess, NotApplicable } from '../../support/interruptions.ts'

const withoutPath = { CNI_PATH: undefined }

check('PARAM-007/add', 'succeeds with ADD when CNI_PATH is not set', async (context) => {
  demandNoDelegate(context)
  await context.attach()
  const call = await context.prepare({ containerId: 'container-2' })
  expect(await context.plugin.add({ ...call, env: withoutPath })).toSucceed()
})

check('PARAM-007/del', 'succeeds with DEL when CNI_PATH is not set', async (context) => {
  demandNoDelegate(context)
  const { call } = await context.attach()
  expect(await context.plugin.del({ ...call, env: withoutPath })).toSucceed()
})

check('PARAM-007/check', 'succeeds with CHECK when CNI_PATH is not set', async (context) => {
  demandNoDelegate(context)
  const { call } = await context.attach()
  demandSuccess(await context.plugin.check(call), 'CHECK')
  expect(await context.plugin.check({ ...call, env: withoutPath })).toSucceed()
})

for (const [name, CNI_ARGS, what] of [
  ['unknown', 'FOO=BAR;ABC=123', 'that it does not know'],
  ['ignore-unknown', 'IgnoreUnknown=1;FOO=BAR;ABC=123', 'that it does not know and is told to ignore'],
] as const) {
  check(`PARAM-011/${name}`, `succeeds with arguments ${what}`, async (context) => {
    const { plugin, target, prepare } = context
    // It has to pass them on, and what the delegated plugin makes of them is not its doing.
    const options = target.delegatesIpam ? (await setUpDelegation(context)).options : {}
    await demandWorking(context, options)
    const call = await prepare({ ...options, containerId: 'container-2' })
    expect(await plugin.add({ ...call, env: { ...options.env, CNI_ARGS } })).toSucceed()
  })
}

function demandNoDelegate({ target }: CheckContext): void {
  if (target.delegatesIpam || target.delegatesAll === true)
    throw new NotApplicable('it needs CNI_PATH to find the plugin that it delegates to')
}
