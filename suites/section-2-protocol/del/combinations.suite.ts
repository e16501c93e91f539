import { expect } from 'vitest'
import type { Json } from '../../../spec/json.ts'
import type { SpecVersion } from '../../../spec/versions.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { demandSuccess } from '../../support/interruptions.ts'
import type { CallOptions } from '../../support/plugin.ts'
import { comeAndGo, demandCleanDel, hostState, remaining } from '../../support/residue.ts'

/** How DEL is told of a network namespace that is gone; CNI_NETNS has the old path where nothing else is said. */
const namespaces = [
  { netns: 'CNI_NETNS leads nowhere', env: {} },
  { netns: 'CNI_NETNS is unset', env: { CNI_NETNS: undefined } },
  { netns: 'CNI_NETNS is empty', env: { CNI_NETNS: '' } },
] as const

/** What DEL is told of the result of ADD (stand A-17). */
const prevResults: readonly (readonly [name: string, of: (version: SpecVersion) => Json | undefined])[] = [
  ['absent', () => undefined],
  ['null', () => null],
  ['{}', () => ({})],
  ['without interfaces and addresses', (cniVersion) => ({ cniVersion, interfaces: [], ips: [] })],
]

/** Each namespace with one of the results. The checks shift them differently, so that together they try most of the pairs. */
function combinations(shift: number) {
  return namespaces.flatMap(({ netns, env }, index) =>
    prevResults
      .filter((_, place) => place === (index + shift) % prevResults.length)
      .map(([name, prevResultOf]) => ({ when: `when ${netns} and prevResult is ${name}`, env, prevResultOf })),
  )
}

type Combination = ReturnType<typeof combinations>[number]

check('DEL-013/first', 'cleans the host up with neither a network namespace nor a prevResult', async (context) => {
  await comeAndGo(context)
  for (const [index, combination] of combinations(0).entries()) {
    const prepared = await context.prepare({ containerId: `container-${index}` })
    const host = await hostState(context)
    const { call, container } = await context.attachPrepared(prepared)
    await container.remove()
    await expectDel(context, call, combination)
    const left = await remaining(context, host, ({ kind }) => kind === 'appeared')
    if (left.length > 0) await demandCleanDel(context)
    expect(left, combination.when).toListNothing()
  }
})

check('DEL-013/repeated', 'succeeds with another DEL with neither of them', async (context) => {
  const { call, container } = await context.attach()
  demandSuccess(await context.plugin.del(call), 'DEL')
  await container.remove()
  for (const combination of combinations(1)) await expectDel(context, call, combination)
})

check('DEL-013/never-added', 'succeeds with neither of them for a container that was never added', async (context) => {
  await context.attach({ containerId: 'control' })
  const prepared = await context.prepare()
  await prepared.container.remove()
  for (const combination of combinations(2)) await expectDel(context, prepared, combination)
})

async function expectDel(
  { plugin, specVersion }: CheckContext,
  call: CallOptions,
  { when, env, prevResultOf }: Combination,
): Promise<void> {
  const { prevResult: _, ...rest } = call
  const prevResult = prevResultOf(specVersion)
  const options = { ...rest, env, ...(prevResult === undefined ? {} : { prevResult }) }
  expect(await plugin.del(options), when).toSucceed()
}
