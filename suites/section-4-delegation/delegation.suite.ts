import { expect } from 'vitest'
import type { Command } from '../../spec/commands.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import {
  type FakeDelegate,
  fakeAllocation,
  fakeDelegateDirectory,
  installFakeDelegate,
  parseRequest,
  withFakeDelegate,
} from '../support/fake-delegate.ts'
import { Blocked } from '../support/interruptions.ts'
import { addressesOf, gatewaysOf, observe, routesTo } from '../support/observe.ts'
import type { CallOptions } from '../support/plugin.ts'

check(
  'DELEGATE-001/addresses',
  'gives the interface the address that the delegated plugin returned',
  async (context) => {
    const { options } = await setUp(context)
    const { container, ifname } = await context.attach(options)
    expect(addressesOf(await observe(container), ifname).map(({ cidr }) => cidr)).toContain(fakeAllocation.address)
  },
)

check('DELEGATE-001/routes', 'adds the route that the delegated plugin returned', async (context) => {
  const { options } = await setUp(context)
  const { container } = await context.attach(options)
  const routes = routesTo(await observe(container), fakeAllocation.route)
  expect(routes.flatMap(gatewaysOf)).toEqual([fakeAllocation.gateway])
})

check('DELEGATE-002/add', 'passes all environment variables on when it delegates ADD', async (context) => {
  const { delegate, options } = await setUp(context)
  const { invocation } = await context.attach(options)
  expect((await callOf(delegate, 'ADD')).env).toMatchObject(invocation.record.env)
})

check('DELEGATE-002/del', 'passes all environment variables on when it delegates DEL', async (context) => {
  const { delegate, options } = await setUp(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.del(call)
  expect((await callOf(delegate, 'DEL')).env).toMatchObject(record.env)
})

check('DELEGATE-003/add', 'passes the complete configuration on when it delegates ADD', async (context) => {
  const { delegate, options } = await setUp(context)
  const { invocation } = await context.attach(options)
  expect(parseRequest((await callOf(delegate, 'ADD')).stdin)).toMatchObject(parseRequest(invocation.record.stdin))
})

check('DELEGATE-003/del', 'passes the complete configuration on when it delegates DEL', async (context) => {
  const { delegate, options } = await setUp(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.del(call)
  expect(parseRequest((await callOf(delegate, 'DEL')).stdin)).toMatchObject(parseRequest(record.stdin))
})

check('DELEGATE-004/netns-present', 'runs the delegated plugin on DEL', async (context) => {
  const { delegate, options } = await setUp(context)
  const { call } = await context.attach(options)
  await context.plugin.del(call)
  expect(await commandsOf(delegate)).toContain('DEL')
})

check(
  'DELEGATE-004/netns-gone',
  'runs the delegated plugin on DEL when the network namespace is gone',
  async (context) => {
    const { delegate, options } = await setUp(context)
    const { call, container } = await context.attach(options)
    await container.remove()
    await context.plugin.del(call)
    expect(await commandsOf(delegate)).toContain('DEL')
  },
)

check('DELEGATE-005/add', 'fails ADD when the delegated plugin fails', async (context) => {
  const { delegate, options } = await setUp(context)
  await context.attach({ ...options, containerId: 'control' })
  await delegate.answer('ADD', failure(context), 1)
  expect(await context.plugin.add(await context.prepare(options))).toBeRefused()
})

check('DELEGATE-005/del', 'fails DEL when the delegated plugin fails', async (context) => {
  const { delegate, options } = await setUp(context)
  const { call } = await context.attach(options)
  await delegate.answer('DEL', failure(context), 1)
  expect(await context.plugin.del(call)).toBeRefused()
})

check('DELEGATE-006', 'runs the delegated plugin with DEL after its ADD failed', async (context) => {
  const { delegate, options } = await setUp(context)
  await delegate.answer('ADD', failure(context), 1)
  await context.plugin.add(await context.prepare(options))
  const commands = await commandsOf(delegate)
  if (!commands.includes('ADD')) throw new Blocked('ADD has to run the delegated plugin first, but did not')
  expect(commands).toContain('DEL')
})

interface Delegation {
  readonly delegate: FakeDelegate
  /** Options for calls that lead to it. */
  readonly options: CallOptions
}

async function setUp({ sandbox, specVersion, configuration, cniPath }: CheckContext): Promise<Delegation> {
  if (configuration === null) throw new Error('a check of delegation was planned without a configuration')
  return {
    delegate: await installFakeDelegate(sandbox, specVersion),
    options: {
      config: withFakeDelegate(configuration.plugin),
      env: { CNI_PATH: [fakeDelegateDirectory, ...cniPath].join(':'), MARKER: 'a value; with = signs' },
    },
  }
}

/** The last call with this command, without which nothing can be said about it. */
async function callOf(delegate: FakeDelegate, command: Command) {
  const call = (await delegate.calls()).findLast((candidate) => candidate.command === command)
  if (call === undefined) throw new Blocked(`${command} has to run the delegated plugin first, but did not`)
  return call
}

async function commandsOf(delegate: FakeDelegate): Promise<readonly string[]> {
  return (await delegate.calls()).map(({ command }) => command)
}

function failure({ specVersion }: CheckContext) {
  return { cniVersion: specVersion, code: 111, msg: 'the fake delegate was told to fail' }
}
