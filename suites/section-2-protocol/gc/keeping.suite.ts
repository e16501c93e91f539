import { watch } from '../../support/bystander.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { abandon, inAnotherContainer, inTheSameContainer, type StaleOptions } from '../../support/litter.ts'
import { standAlone } from '../../support/standalone.ts'

check('GC-009/other-container', 'leaves a listed attachment alone on GC beside a stale container', async (context) => {
  await expectKept(context, inAnotherContainer)
})

check('GC-009/other-interface', 'leaves a listed attachment alone on GC beside a stale interface', async (context) => {
  const { kind, createsInterface } = context.target
  if (kind === 'interface' && !createsInterface) throw new NotApplicable('it does not make an interface of any name')
  await expectKept(context, inTheSameContainer)
})

check('GC-010/absent', 'removes nothing on GC when there is no list', async (context) => {
  const alone = await standAlone(context)
  const { container } = await alone.attach()
  const { expectUntouched } = await watch(alone, container)
  await alone.plugin.gc()
  await expectUntouched('GC without a list')
})

check('GC-012', 'leaves an attachment to another network alone on GC', async (context) => {
  const alone = await standAlone(context)
  const { container } = await alone.attach({ network: 'other-net' })
  const { excuse, expectUntouched } = await watch(alone, container)
  const valid = await alone.attach({ containerId: 'valid' })
  await abandon(alone, await alone.prepare(inAnotherContainer(valid)), valid)
  await excuse()
  await alone.plugin.gc({ validAttachments: [valid] })
  await expectUntouched('GC of another network')
})

async function expectKept(context: CheckContext, stale: StaleOptions): Promise<void> {
  const alone = await standAlone(context)
  const valid = await alone.attach({ containerId: 'valid' })
  const { excuse, expectUntouched } = await watch(alone, valid.container)
  await abandon(alone, await alone.prepare(stale(valid)), valid)
  await excuse()
  await alone.plugin.gc({ validAttachments: [valid] })
  await expectUntouched('GC')
}
