import { expect } from 'vitest'
import { diff } from '../../runner/observe/diff.ts'
import { check } from '../support/check.ts'
import { demandSuccess } from '../support/interruptions.ts'
import { observe } from '../support/observe.ts'
import { hostState, settledDifferences } from '../support/residue.ts'

check('CONCURRENCY-003', 'tells container IDs apart of which one begins with the other', async (context) => {
  const { plugin, target, attach, attachPrepared, prepare } = context
  const kept = await attach({ containerId: 'container-10' })
  const prepared = await prepare({ containerId: 'container-1' })
  const host = await hostState(context)
  const container = await observe(kept.container)
  const { call } = await attachPrepared(prepared)
  demandSuccess(await plugin.del(call), 'DEL')
  expect(await settledDifferences(context, host, ({ kind }) => kind === 'vanished')).toListNothing()
  // What is not made for an interface, such as lo being up, belongs to all of a container.
  if (!target.createsInterface) return
  const gone = diff(container, await observe(kept.container)).filter(({ kind }) => kind === 'vanished')
  expect(gone.map(({ text }) => text)).toListNothing()
})
