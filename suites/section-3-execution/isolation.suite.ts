import { expect } from 'vitest'
import { diff } from '../../runner/observe/diff.ts'
import { check } from '../support/check.ts'
import type { Attachment } from '../support/context.ts'
import { demandSuccess } from '../support/interruptions.ts'
import { observe } from '../support/observe.ts'
import type { CallOptions } from '../support/plugin.ts'
import { hostState, settledDifferences } from '../support/residue.ts'

/** The longer of two names of which one begins with the other: for those who look for beginnings. */
const containerId = 'container-10'

const others = [
  [
    'interface',
    ({ container }: Attachment): CallOptions => ({ container, containerId, ifname: 'eth1' }),
    'another interface of the same container',
  ],
  ['container', (): CallOptions => ({ containerId: 'container-1' }), 'another container'],
  [
    'network',
    (): CallOptions => ({ containerId, network: 'net-2' }),
    'the same container ID and interface name in another network',
  ],
] as const

for (const [name, otherThan, what] of others) {
  check(`CONCURRENCY-003/${name}`, `keeps what belongs to an attachment when it deletes ${what}`, async (context) => {
    const { plugin, target, attach, attachPrepared, prepare } = context
    const kept = await attach({ containerId })
    const prepared = await prepare(otherThan(kept))
    const host = await hostState(context)
    const container = await observe(kept.container)
    const { call } = await attachPrepared(prepared)
    demandSuccess(await plugin.del(call), 'DEL')
    expect(await settledDifferences(context, host, ({ kind }) => kind === 'vanished')).toListNothing()
    // What is not made for an interface, such as lo being up, belongs to all of a container.
    if (!target.createsInterface) return
    const gone = diff(container, await observe(kept.container)).filter(({ kind }) => kind === 'vanished')
    expect(gone.map(({ text }) => text)).toListNothing()
  })
}
