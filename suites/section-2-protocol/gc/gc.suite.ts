import { expect } from 'vitest'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { check } from '../../support/check.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked } from '../../support/interruptions.ts'
import { inAnotherContainer, inTheSameContainer, litter, remainsOfSpecial } from '../../support/litter.ts'
import { standAlone } from '../../support/standalone.ts'

check('GC-002', 'removes from the host what a stale attachment left', async (context) => {
  const alone = await standAlone(context)
  const { valid, remains } = await litter(alone, inAnotherContainer)
  await alone.plugin.gc({ validAttachments: [valid] })
  expect(await remains()).toListNothing()
})

for (const [name, stale, what] of [
  ['other-container', inAnotherContainer, 'another container'],
  ['other-interface', inTheSameContainer, 'another interface of the same container'],
] as const) {
  check(`GC-003/${name}`, `releases what was reserved for ${what}`, async (context) => {
    const { valid, remains } = await litter(context, stale)
    await context.plugin.gc({ validAttachments: [valid] })
    expect(await remains()).toListNothing()
  })
}

check('GC-005/nothing-there', 'succeeds with GC of a network that was never used', async (context) => {
  const { plugin, attach } = await standAlone(context)
  const collected = await plugin.gc({ validAttachments: [] })
  await attach()
  expect(collected).toSucceed()
})

check('GC-005/stale', 'succeeds with GC when there is something stale', async (context) => {
  const alone = await standAlone(context)
  const { valid } = await litter(alone, inAnotherContainer)
  expect(await alone.plugin.gc({ validAttachments: [valid] })).toSucceed()
})

check('GC-005/repeated', 'succeeds with GC when the one before removed everything stale', async (context) => {
  const alone = await standAlone(context)
  const { valid } = await litter(alone, inAnotherContainer)
  await alone.plugin.gc({ validAttachments: [valid] })
  expect(await alone.plugin.gc({ validAttachments: [valid] })).toSucceed()
})

check('GC-008', 'prints nothing when GC succeeds', async (context) => {
  const alone = await standAlone(context)
  const { valid } = await litter(alone, inAnotherContainer)
  const collected = await alone.plugin.gc({ validAttachments: [valid] })
  if (collected.record.exitCode !== 0 || isErrorObject(collected.document)) {
    throw new Blocked(`GC has to succeed first, but ${describeOutcome(collected)}`)
  }
  expect(collected.record.stdout.trim(), describeOutcome(collected)).toBe('')
})

check('GC-010/empty', 'takes everything for stale when the list is empty', async (context) => {
  const alone = await standAlone(context)
  const scene = await litter(alone, inAnotherContainer)
  const remains = await remainsOfSpecial(
    scene,
    () => alone.plugin.gc({ validAttachments: [] }),
    () => alone.plugin.gc({ validAttachments: [scene.valid] }),
  )
  expect(remains).toListNothing()
})

for (const [name, key] of [
  ['newer-name', 'cni.dev/valid-attachments'],
  ['older-name', 'cni.dev/attachments'],
] as const) {
  check(`GC-011/${name}`, `removes what is not in the list of ${key}`, async (context) => {
    const alone = await standAlone(context)
    const scene = await litter(alone, inAnotherContainer)
    const call = { validAttachments: [scene.valid] }
    const remains = await remainsOfSpecial(
      scene,
      () => alone.plugin.gc({ ...call, listKeys: [key] }),
      () => alone.plugin.gc(call),
    )
    expect(remains).toListNothing()
  })
}
