import { expect } from 'vitest'
import { diff } from '../../../runner/observe/diff.ts'
import { check } from '../../support/check.ts'
import {
  failAdd,
  failingDelegate,
  killingDelegate,
  missingInterface,
  unusableAllocation,
} from '../../support/failing-add.ts'
import { observe } from '../../support/observe.ts'
import { comeAndGo, hostState, remaining, settle } from '../../support/residue.ts'

for (const [name, how, failing] of [
  ['delegate', 'that failed because the delegated plugin did', failingDelegate],
  ['late', 'that failed after the delegated plugin had been run', unusableAllocation],
  ['killed', 'in the middle of which it was killed', killingDelegate],
  ['no-interface', 'that failed because there was no interface', missingInterface],
] as const) {
  check(`DEL-012/${name}`, `succeeds with DEL and leaves nothing after an ADD ${how}`, async (context) => {
    const { options, spoil } = await failing(context)
    await comeAndGo(context, options)
    const prepared = await context.prepare(options)
    await spoil(prepared)
    const [host, container] = await Promise.all([hostState(context), observe(prepared.container)])
    await failAdd(context, prepared)
    // An ADD that failed has no result that could be handed over.
    const { prevResult: _, ...call } = prepared
    expect(await context.plugin.del(call)).toSucceed()
    const left = await settle(async () => diff(container, await observe(prepared.container)))
    expect([...left, ...(await remaining(context, host, ({ kind }) => kind === 'appeared'))]).toListNothing()
  })
}
