import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { delegateFailure, setUpDelegation } from '../../support/delegation.ts'
import { comeAndGo, demandCleanDel, hostState, remaining } from '../../support/residue.ts'

check('DEL-016', 'cleans up what is its own although the delegated plugin fails', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  await delegate.answer('DEL', {})
  await comeAndGo(context, options)
  const prepared = await context.prepare(options)
  const host = await hostState(context)
  const { call } = await context.attachPrepared(prepared)
  await delegate.answer('DEL', delegateFailure(context), 1)
  // Whether it tells of the failure is for DELEGATE-005 to judge.
  await context.plugin.del(call)
  const left = await remaining(context, host, ({ kind }) => kind === 'appeared')
  await delegate.answer('DEL', {})
  if (left.length > 0) await demandCleanDel(context, options)
  expect(left).toListNothing()
})

check('DEL-017', 'succeeds with DEL when CNI_NETNS is a file and no namespace', async ({ sandbox, plugin, attach }) => {
  const { call, container } = await attach()
  await container.remove()
  // What is left of the name of a namespace when its mount is gone.
  await sandbox.writeFile(container.netns, '')
  expect(await plugin.del(call)).toSucceed()
})
