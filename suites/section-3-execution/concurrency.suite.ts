import { expect } from 'vitest'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import { diff } from '../../runner/observe/diff.ts'
import { afterAdd } from '../support/after-add.ts'
import { isNoCounter } from '../support/attachment-state.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { atOnce, attachMany, crowd, prepareMany } from '../support/crowd.ts'
import { Blocked, demandNothingLeft, demandSuccess, NotApplicable } from '../support/interruptions.ts'
import { observe } from '../support/observe.ts'
import type { CallOptions } from '../support/plugin.ts'
import { hostState, settledDifferences } from '../support/residue.ts'
import { addressesIn } from '../support/result.ts'

check('CONCURRENCY-001/add', `succeeds with ADD for ${crowd} containers at once, its very first`, async (context) => {
  const added = await addAtOnce(context)
  // What fails for each of them may have nothing to do with the others.
  if (added.every(({ record }) => record.outcome !== 'success')) await addAlone(context)
  for (const invocation of added) expect(invocation).toSucceed()
})

check(
  'CONCURRENCY-001/mixed',
  'serves ADD, CHECK and DEL for different containers at once and leaves the state that was asked for',
  async (context) => {
    const { plugin } = context
    const staying = await attachMany(context, await prepareMany(context, 'staying', few))
    const alone = await context.prepare({ containerId: 'alone' })
    const leaving = await prepareMany(context, 'leaving', few)
    const coming = await prepareMany(context, 'coming', few)
    const before = await hostState(context)
    const containers = await Promise.all(staying.map(({ container }) => observe(container)))
    demandSuccess(await plugin.del((await context.attachPrepared(alone)).call), 'DEL')
    demandNothingLeft(await settledDifferences(context, before, isNoCounter))
    const checked = (await passesCheck(context, staying)) ? staying : []
    const attached = await attachMany(context, leaving)

    const served = await atOnce([
      ...coming.map((call) => (held: CallOptions) => plugin.add({ ...call, ...held })),
      ...checked.map(
        ({ call }) =>
          (held: CallOptions) =>
            plugin.check({ ...call, ...held }),
      ),
      ...attached.map(
        ({ call }) =>
          (held: CallOptions) =>
            plugin.del({ ...call, ...held }),
      ),
    ])
    for (const invocation of served) expect(invocation).toSucceed()
    const added = coming.map((call, index) => afterAdd(call, served[index]))
    const deleted = await atOnce(added.map((call) => (held) => plugin.del({ ...call, ...held })))
    for (const invocation of deleted) expect(invocation).toSucceed()

    expect(await settledDifferences(context, before, isNoCounter)).toListNothing()
    const changes = staying.map(async ({ container }, index) => {
      const former = containers[index]
      return former === undefined ? [] : diff(former, await observe(container))
    })
    expect((await Promise.all(changes)).flat().map(({ text }) => text)).toListNothing()
  },
)

check('CONCURRENCY-002', `gives no address to two of ${crowd} containers that come at once`, async (context) => {
  if (context.target.delegatesIpam) throw new NotApplicable('it leaves addresses to the plugin that it delegates to')
  const added = (await addAtOnce(context)).filter(({ record }) => record.outcome === 'success')
  if (added.length < 2) throw new Blocked('ADD has to succeed for two containers at once first')
  const lists = [...added, await addAlone(context)].map(({ document }) => addressesIn(document))
  // Some plugins are told to give each container the same one.
  const own = lists.map((list) => list.filter((address) => !lists.every((other) => other.includes(address))))
  if (own.every((list) => list.length === 0)) throw new NotApplicable('it gives no container an address of its own')
  const all = own.flat()
  const twice = all.filter((address, index) => all.indexOf(address) !== index)
  expect(twice.map((address) => `${address} in two containers`)).toListNothing()
})

/** How many of each kind there are in a mixture. */
const few = 2

async function addAtOnce(context: CheckContext): Promise<readonly Invocation[]> {
  const prepared = await prepareMany(context, 'container', crowd)
  return atOnce(prepared.map((call) => (held) => context.plugin.add({ ...call, ...held })))
}

async function addAlone({ attach }: CheckContext): Promise<Invocation> {
  return (await attach({ containerId: 'alone' })).invocation
}

/** Whether CHECK works at all. Whether it should is for others to judge. */
async function passesCheck({ plugin }: CheckContext, attachments: readonly Attachment[]): Promise<boolean> {
  const outcomes = await Promise.all(attachments.slice(0, 1).map(({ call }) => plugin.check(call)))
  return outcomes.every(({ record }) => record.outcome === 'success')
}
