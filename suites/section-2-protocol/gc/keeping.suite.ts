import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { Attachment, CheckContext } from '../../support/context.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { inAnotherContainer, inTheSameContainer, lossesBy, type StaleOptions } from '../../support/litter.ts'
import { standAlone } from '../../support/standalone.ts'

check('GC-009/other-container', 'leaves a listed attachment alone on GC beside a stale container', async (context) => {
  expect(await lossesBeside(context, inAnotherContainer)).toListNothing()
})

check('GC-009/other-interface', 'leaves a listed attachment alone on GC beside a stale interface', async (context) => {
  if (context.target.ifname === 'lo') throw new NotApplicable('a container has one loopback interface')
  expect(await lossesBeside(context, inTheSameContainer)).toListNothing()
})

check('GC-010/absent', 'removes nothing on GC when there is no list', async (context) => {
  const alone = await standAlone(context)
  const attachment = await alone.attach()
  expect(await lossesBy(alone, attachment, () => alone.plugin.gc())).toListNothing()
})

check('GC-012', 'leaves an attachment to another network alone on GC', async (context) => {
  const alone = await standAlone(context)
  const other = await alone.attach({ network: 'other-net' })
  const valid = { containerId: 'valid', ifname: context.target.ifname }
  const collect = () => alone.plugin.gc({ validAttachments: [valid] })
  const losses = await lossesBy(alone, other, collect, async () => {
    await abandon(alone, inAnotherContainer, await alone.attach(valid))
  })
  expect(losses).toListNothing()
})

async function lossesBeside(context: CheckContext, stale: StaleOptions): Promise<readonly string[]> {
  const alone = await standAlone(context)
  const valid = await alone.attach({ containerId: 'valid' })
  const collect = () => alone.plugin.gc({ validAttachments: [valid] })
  return lossesBy(alone, valid, collect, () => abandon(alone, stale, valid))
}

async function abandon({ attach }: CheckContext, stale: StaleOptions, valid: Attachment): Promise<void> {
  const { container } = await attach(stale(valid))
  if (container !== valid.container) await container.remove()
}
