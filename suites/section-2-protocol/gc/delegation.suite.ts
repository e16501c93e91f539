import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { commandsOf, delegateFailure, lastCall } from '../../support/delegation.ts'
import { demandSuccess } from '../../support/interruptions.ts'
import { inAnotherContainer, litter, remainsOfSpecial } from '../../support/litter.ts'
import { withFakeIpam } from '../../support/standalone.ts'

check('GC-006/goes-on', 'removes what is stale although the delegated plugin fails on GC', async (context) => {
  const faked = await withFakeIpam(context)
  await faked.delegate.answer('GC', delegateFailure(context), 1)
  const scene = await litter(faked, inAnotherContainer)
  const collect = () => faked.plugin.gc({ validAttachments: [scene.valid] })
  const remains = await remainsOfSpecial(scene, collect, async () => {
    await faked.delegate.answer('GC', {})
    await collect()
  })
  expect(remains).toListNothing()
})

check('GC-006/reports', 'fails GC when the delegated plugin fails', async (context) => {
  const { plugin, attach, delegate } = await withFakeIpam(context)
  const call = { validAttachments: [await attach()] }
  demandSuccess(await plugin.gc(call), 'GC')
  await lastCall(delegate, 'GC')
  await delegate.answer('GC', delegateFailure(context), 1)
  expect(await plugin.gc(call)).toBeRefused()
})

check('GC-007', 'runs the delegated plugin on GC', async (context) => {
  const { plugin, attach, delegate } = await withFakeIpam(context)
  const attachment = await attach()
  await lastCall(delegate, 'ADD')
  await plugin.gc({ validAttachments: [attachment] })
  expect(await commandsOf(delegate)).toContain('GC')
})
