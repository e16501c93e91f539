import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked, demandSuccess } from '../../support/interruptions.ts'
import { isRefusal } from '../../support/refusal.ts'

check('ADD-007', 'succeeds with ADD after an ADD that failed and a DEL', async (context) => {
  const { plugin, target, attach, prepare } = context
  await attach({ containerId: 'control' })
  const call = await prepare()
  await call.container.addLink(target.ifname)
  const failed = await plugin.add(call)
  if (!isRefusal(failed)) throw new Blocked(`ADD has to fail first, but ${describeOutcome(failed)}`)
  demandSuccess(await plugin.del(call), 'DEL')
  expect(await plugin.add(await prepare())).toSucceed()
})
