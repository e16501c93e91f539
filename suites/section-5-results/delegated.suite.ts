import { expect } from 'vitest'
import { check } from '../support/check.ts'
import { demandWorking, setUpDelegation } from '../support/delegation.ts'
import { fakeAllocation, fakeResult } from '../support/fake-delegate.ts'
import { observe, routesTo } from '../support/observe.ts'
import type { CallOptions } from '../support/plugin.ts'
import { readResult } from '../support/result.ts'

check('RESULT-016/dns', 'returns the dns that the delegated plugin returned', async (context) => {
  const dns = { nameservers: ['192.0.2.53'], domain: 'fake.example', search: ['fake.example'] }
  const { delegate, options } = await setUpDelegation(context)
  await delegate.answer('ADD', { ...fakeResult(context.specVersion), dns })
  const { result } = await context.attach(withoutDns(options))
  expect(result.dns).toMatchObject(dns)
})

check('RESULT-016/addresses', 'returns the address that the delegated plugin returned', async (context) => {
  const { address, gateway } = fakeAllocation
  const { options } = await setUpDelegation(context)
  const { result } = await context.attach(options)
  expect(readResult(result).ips).toContainEqual(expect.objectContaining({ address, gateway }))
})

check('RESULT-017', 'leaves the default route of another network alone', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  await delegate.answer('ADD', fakeResult(context.specVersion, { dst: '0.0.0.0/0' }))
  await demandWorking(context, options)
  const prepared = await context.prepare(options)
  for (const argv of otherNetwork) await prepared.container.run(argv)
  expect(await context.plugin.add(prepared)).toSucceed()
  expect(await defaultRoutes(prepared)).toEqual(['by 192.0.2.1 to other0'])
})

/** An interface that has nothing to do with the plugin, and a default route through it. */
const otherNetwork = [
  ['ip', 'link', 'add', 'other0', 'type', 'veth', 'peer', 'name', 'other1'],
  ['ip', 'link', 'set', 'other1', 'up'],
  ['ip', 'link', 'set', 'other0', 'up'],
  ['ip', 'address', 'add', '192.0.2.2/24', 'dev', 'other0'],
  ['ip', 'route', 'add', 'default', 'via', '192.0.2.1', 'dev', 'other0'],
]

/** The default routes that the kernel prefers. One with a higher metric is in nobody's way. */
async function defaultRoutes({ container }: Required<Pick<CallOptions, 'container'>>): Promise<readonly string[]> {
  const routes = routesTo(await observe(container), '0.0.0.0/0').filter(({ table }) => table === 'main')
  const lowest = Math.min(...routes.map(({ metric }) => metric))
  return routes
    .filter(({ metric }) => metric === lowest)
    .flatMap(({ hops }) => hops.map(({ gateway, device }) => `by ${gateway} to ${device}`))
}

/** Its own dns would take the place of what is returned (stand A-52). */
function withoutDns(options: CallOptions): CallOptions {
  if (options.config === undefined) return options
  const { dns: _, ...config } = options.config
  return { ...options, config }
}
