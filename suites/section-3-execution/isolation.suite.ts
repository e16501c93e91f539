import { expect } from 'vitest'
import { diff } from '../../runner/observe/diff.ts'
import { afterAdd } from '../support/after-add.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { demandSuccess, NotApplicable } from '../support/interruptions.ts'
import { observe } from '../support/observe.ts'
import type { CallOptions } from '../support/plugin.ts'
import { isRefusal } from '../support/refusal.ts'
import { hostState, settledDifferences } from '../support/residue.ts'

/** The longer of two names of which one begins with the other: for those who look for beginnings. */
const containerId = 'container-10'

const others = [
  [
    'CONCURRENCY-003/interface',
    'another interface of the same container',
    ({ container }: Attachment): CallOptions => ({ container, containerId, ifname: 'eth1' }),
  ],
  ['CONCURRENCY-003/container', 'another container', (): CallOptions => ({ containerId: 'container-1' })],
  [
    'CONCURRENCY-004',
    'the same container ID and interface name in another network',
    (): CallOptions => ({ containerId, network: 'net-2' }),
  ],
] as const

for (const [id, what, otherThan] of others) {
  check(id, `keeps what belongs to an attachment when it deletes ${what}`, async (context) => {
    const { plugin, target, attach, prepare } = context
    const kept = await attach({ containerId })
    const prepared = await prepare(otherThan(kept))
    const host = await hostState(context)
    const container = await observe(kept.container)
    const added = await plugin.add(prepared)
    if (isRefusal(added)) throw new NotApplicable(`with one attachment, it refuses ${what}`)
    const deleted = await plugin.del(afterAdd(prepared, demandSuccess(added, 'ADD')))
    // What fails without the other attachment too has nothing to do with it.
    if (deleted.record.outcome !== 'success') await demandDel(context)
    expect(deleted).toSucceed()
    expect(await settledDifferences(context, host, ({ kind }) => kind === 'vanished')).toListNothing()
    // What is not made for an interface, such as lo being up, belongs to all of a container.
    if (!target.createsInterface) return
    const gone = diff(container, await observe(kept.container)).filter(({ kind }) => kind === 'vanished')
    expect(gone.map(({ text }) => text)).toListNothing()
  })
}

async function demandDel({ plugin, attach }: CheckContext): Promise<void> {
  const { call } = await attach({ containerId: 'alone' })
  demandSuccess(await plugin.del(call), 'DEL')
}
