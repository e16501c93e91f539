import { expect } from 'vitest'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import { afterAdd } from '../support/after-add.ts'
import { attachmentDifferences, attachmentState } from '../support/attachment-state.ts'
import { check } from '../support/check.ts'
import { demandNothingLeft, demandSuccess } from '../support/interruptions.ts'
import { observeHost } from '../support/observe.ts'

/** Container IDs that nothing else is called by. */
const containerIds = ['cycle-4be1', 'cycle-9d07', 'cycle-c35f', 'cycle-72a8'] as const

check('LIFECYCLE-004', 'leaves no more after many cycles of ADD and DEL than after one', async (context) => {
  const { plugin, prepare } = context
  const prepared = await prepare({ containerId: containerIds[0] })
  const former = new Set((await observeHost(context.sandbox)).files.map(({ path }) => path))
  const cycle = async (containerId: string) => {
    const call = { ...prepared, containerId }
    const added = demandSuccess(await plugin.add(call), 'ADD')
    demandSuccess(await plugin.del(afterAdd(call, added)), 'DEL')
  }
  const [first, second, ...more] = containerIds
  await cycle(first)
  const before = await attachmentState(context, prepared)
  await cycle(second)
  demandNothingLeft(await attachmentDifferences(context, prepared, before))
  for (const containerId of more) await cycle(containerId)
  expect(await attachmentDifferences(context, prepared, before)).toListNothing()
  expect(await filesThatNameAll(context.sandbox, former)).toListNothing()
})

/**
 * The files that name each of the containers although all are gone, as sentences. A log may do so, and so may what was there
 * before, such as the program of this check.
 */
async function filesThatNameAll(sandbox: Sandbox, former: ReadonlySet<string>): Promise<readonly string[]> {
  const { files } = await observeHost(sandbox)
  const named = files
    .filter(({ type, path }) => type === 'file' && !path.endsWith('.log') && !former.has(path))
    .map(async ({ path }) => {
      const content = (await sandbox.readFile(path)) ?? ''
      return containerIds.every((id) => content.includes(id))
        ? [`file ${path} names all containers that were deleted`]
        : []
    })
  return (await Promise.all(named)).flat()
}
