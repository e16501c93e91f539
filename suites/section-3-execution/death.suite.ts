import { expect } from 'vitest'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import { attachmentDifferences, attachmentState } from '../support/attachment-state.ts'
import { check } from '../support/check.ts'
import { installCheckpoints } from '../support/checkpoints.ts'
import { demandNothingLeft, demandSuccess } from '../support/interruptions.ts'

check('LIFECYCLE-001', 'cleans up with DEL after an ADD that was killed', async (context) => {
  const { plugin, prepare } = context
  const checkpoints = await installCheckpoints(context)
  const first = await prepare({ containerId: 'warm-up' })
  const { invocation, moments } = await checkpoints.survey((watched) => plugin.add({ ...first, ...watched }), 6)
  demandSuccess(invocation, 'ADD')
  demandSuccess(await plugin.del(first), 'DEL without prevResult')

  const call = await prepare()
  const before = await attachmentState(context, call)
  demandSuccess(await plugin.add(call), 'ADD')
  demandSuccess(await plugin.del(call), 'DEL without prevResult')
  demandNothingLeft(await attachmentDifferences(context, call, before))
  for (const moment of moments) {
    const killed = await checkpoints.killAt(moment, (watched) => plugin.add({ ...call, ...watched }))
    expectNothingElse(killed)
    const deleted = await plugin.del(call)
    expect(deleted, `DEL after ADD was killed ${moment.words}`).toSucceed()
    const left = (await attachmentDifferences(context, call, before)).map(
      (text) => `${text} (ADD was killed ${moment.words})`,
    )
    expect(left).toListNothing()
  }
  expect(await plugin.add(call)).toSucceed()
})

check('LIFECYCLE-002', 'cleans up with DEL after a DEL that was killed', async (context) => {
  const { plugin, prepare, attach, attachPrepared } = context
  const checkpoints = await installCheckpoints(context)
  const first = await attach({ containerId: 'warm-up' })
  const { invocation, moments } = await checkpoints.survey((watched) => plugin.del({ ...first.call, ...watched }), 4)
  demandSuccess(invocation, 'DEL')

  const prepared = await prepare()
  const before = await attachmentState(context, prepared)
  demandSuccess(await plugin.del((await attachPrepared(prepared)).call), 'DEL')
  demandNothingLeft(await attachmentDifferences(context, prepared, before))
  for (const moment of moments) {
    const { call } = await attachPrepared(prepared)
    expectNothingElse(await checkpoints.killAt(moment, (watched) => plugin.del({ ...call, ...watched })))
    const deleted = await plugin.del(call)
    expect(deleted, `DEL after DEL was killed ${moment.words}`).toSucceed()
    const left = (await attachmentDifferences(context, prepared, before)).map(
      (text) => `${text} (DEL was killed ${moment.words})`,
    )
    expect(left).toListNothing()
  }
})

check('LIFECYCLE-003', 'succeeds with ADD after an ADD for another container was killed', async (context) => {
  const { plugin, prepare } = context
  const checkpoints = await installCheckpoints(context)
  const first = await prepare({ containerId: 'warm-up' })
  const { invocation, moments } = await checkpoints.survey((watched) => plugin.add({ ...first, ...watched }), 3)
  demandSuccess(invocation, 'ADD')
  for (const [index, moment] of moments.entries()) {
    const call = await prepare({ containerId: `killed-${index}` })
    expectNothingElse(await checkpoints.killAt(moment, (watched) => plugin.add({ ...call, ...watched })))
    const added = await plugin.add(await prepare({ containerId: `next-${index}` }))
    expect(added, `ADD after one was killed ${moment.words}`).toSucceed()
  }
})

/** A call that came to its end before it could be killed has to have succeeded: nothing keeps it from that. */
function expectNothingElse(killed: Invocation): void {
  if (killed.record.signal !== 'SIGKILL') expect(killed).toSucceed()
}
