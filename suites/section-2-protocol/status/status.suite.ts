import { expect } from 'vitest'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { errorCodes } from '../../../spec/error-codes.ts'
import { check } from '../../support/check.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { exhaust } from '../../support/exhaustion.ts'
import { Blocked, demandErrorObject, demandSuccess } from '../../support/interruptions.ts'
import { isRefusal } from '../../support/refusal.ts'
import { compare, look } from '../../support/sight.ts'
import { standAlone } from '../../support/standalone.ts'

check('STATUS-001/before-add', 'succeeds with STATUS when ADD would work', async (context) => {
  const { plugin, attach } = await standAlone(context)
  const status = await plugin.status()
  await attach()
  expect(status).toSucceed()
})

check('STATUS-001/after-add', 'succeeds with STATUS while a container is attached', async (context) => {
  const { plugin, attach } = await standAlone(context)
  await attach()
  const status = await plugin.status()
  await attach({ containerId: 'container-2' })
  expect(status).toSucceed()
})

check('STATUS-002/exhausted', 'prints an error object when STATUS finds nothing left to hand out', async (context) => {
  const status = await exhaust(context)
  if (!isRefusal(status)) throw new Blocked(`STATUS has to fail first, but ${describeOutcome(status)}`)
  expect(isErrorObject(status.document), describeOutcome(status)).toBe(true)
})

check('STATUS-003', 'fails with STATUS while its daemon is not there', async ({ plugin, target, sandbox }) => {
  demandSuccess(await plugin.status(), 'STATUS')
  await sandbox.run(target.services?.daemon ?? [])
  expect(await plugin.status()).toBeRefused()
})

check('STATUS-004', 'fails with STATUS when nothing is left to hand out', async (context) => {
  expect(await exhaust(context)).toBeRefused()
})

check('STATUS-009', 'says with code 50 or 51 that nothing is left to hand out', async (context) => {
  const { document } = demandErrorObject(await exhaust(context))
  const { notAvailable, limitedConnectivity } = errorCodes
  expect([notAvailable, limitedConnectivity]).toContain(isErrorObject(document) ? document.code : undefined)
})

check('STATUS-010/before-add', 'makes nothing on STATUS', async (context) => {
  const { plugin, sandbox } = await standAlone(context)
  const before = await look(sandbox)
  await plugin.status()
  // A folder for its state or a file to lock is no part of a network.
  const made = compare(before, await look(sandbox)).filter(({ what }) => what !== 'file')
  expect(made.map(({ text }) => text)).toListNothing()
})

check('STATUS-010/after-add', 'leaves an attachment alone on STATUS', async (context) => {
  const { plugin, sandbox, attach } = await standAlone(context)
  const { container } = await attach()
  const before = await look(sandbox, container)
  await plugin.status()
  expect(compare(before, await look(sandbox, container)).map(({ text }) => text)).toListNothing()
})
