import { expect } from 'vitest'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { delegateFailure, lastCall, setUpDelegation } from '../support/delegation.ts'
import { fakeDelegateDirectory, installDecoy, otherDirectory } from '../support/fake-delegate.ts'
import { demandSuccess } from '../support/interruptions.ts'

check(
  'DELEGATE-008/second-directory',
  'finds the delegated plugin in the second directory of CNI_PATH',
  async (context) => {
    await context.sandbox.writeFile(`${otherDirectory}/another-plugin`, '#!/bin/sh\nexit 1\n', 0o755)
    expect(await addWithPath(context, [otherDirectory, fakeDelegateDirectory])).toSucceed()
  },
)

check('DELEGATE-008/first-match', 'runs the delegated plugin that it finds first in CNI_PATH', async (context) => {
  await installDecoy(context.sandbox)
  expect(await addWithPath(context, [fakeDelegateDirectory, otherDirectory])).toSucceed()
})

const marker = 'a line on standard error'

check('DELEGATE-009/success', 'passes on what the delegated plugin writes to standard error', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  await delegate.script('ADD', `echo '${marker}' >&2`)
  const { invocation } = await context.attach(options)
  await lastCall(delegate, 'ADD')
  expect(invocation.record.stderr).toContain(marker)
})

check(
  'DELEGATE-009/failure',
  'passes on what the delegated plugin writes to standard error before it fails',
  async (context) => {
    const { delegate, options } = await setUpDelegation(context)
    await delegate.script('ADD', `echo '${marker}' >&2`)
    await delegate.answer('ADD', delegateFailure(context), 1)
    const { record } = await context.plugin.add(await context.prepare(options))
    await lastCall(delegate, 'ADD')
    expect(record.stderr).toContain(marker)
  },
)

/** An ADD with these directories at the beginning of CNI_PATH, after one with only that of the delegate, which has to work. */
async function addWithPath(context: CheckContext, directories: readonly string[]) {
  const { options } = await setUpDelegation(context)
  const { call } = await context.attach({ ...options, containerId: 'control' })
  demandSuccess(await context.plugin.del(call), 'DEL')
  const env = { ...options.env, CNI_PATH: [...directories, ...context.cniPath].join(':') }
  return context.plugin.add(await context.prepare({ ...options, env }))
}
