import { expect } from 'vitest'
import { check } from '../support/check.ts'
import { commandsOf, delegateFailure, lastCall, setUpDelegation } from '../support/delegation.ts'
import { demandCommand } from '../support/demand-command.ts'
import { fakeAllocation, parseRequest } from '../support/fake-delegate.ts'
import { addressesOf, gatewaysOf, observe, routesTo } from '../support/observe.ts'

check(
  'DELEGATE-001/addresses',
  'gives the interface the address that the delegated plugin returned',
  async (context) => {
    const { options } = await setUpDelegation(context)
    const { container, ifname } = await context.attach(options)
    expect(addressesOf(await observe(container), ifname).map(({ cidr }) => cidr)).toContain(fakeAllocation.address)
  },
)

check('DELEGATE-001/routes', 'adds the route that the delegated plugin returned', async (context) => {
  const { options } = await setUpDelegation(context)
  const { container } = await context.attach(options)
  const routes = routesTo(await observe(container), fakeAllocation.route)
  expect(routes.flatMap(gatewaysOf)).toEqual([fakeAllocation.gateway])
})

check('DELEGATE-002/add', 'passes all environment variables on when it delegates ADD', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { invocation } = await context.attach(options)
  expect((await lastCall(delegate, 'ADD')).env).toMatchObject(invocation.record.env)
})

check('DELEGATE-002/check', 'passes all environment variables on when it delegates CHECK', async (context) => {
  demandCommand(context, 'CHECK')
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.check(call)
  expect((await lastCall(delegate, 'CHECK')).env).toMatchObject(record.env)
})

check('DELEGATE-002/del', 'passes all environment variables on when it delegates DEL', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.del(call)
  expect((await lastCall(delegate, 'DEL')).env).toMatchObject(record.env)
})

check('DELEGATE-002/status', 'passes all environment variables on when it delegates STATUS', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { record } = await context.plugin.status(options)
  expect((await lastCall(delegate, 'STATUS')).env).toMatchObject(record.env)
})

check('DELEGATE-002/gc', 'passes all environment variables on when it delegates GC', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { record } = await context.plugin.gc({ ...options, validAttachments: [await context.attach(options)] })
  expect((await lastCall(delegate, 'GC')).env).toMatchObject(record.env)
})

check('DELEGATE-003/add', 'passes the complete configuration on when it delegates ADD', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { invocation } = await context.attach(options)
  expect(parseRequest((await lastCall(delegate, 'ADD')).stdin)).toMatchObject(parseRequest(invocation.record.stdin))
})

check('DELEGATE-003/check', 'passes the complete configuration on when it delegates CHECK', async (context) => {
  demandCommand(context, 'CHECK')
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.check(call)
  expect(parseRequest((await lastCall(delegate, 'CHECK')).stdin)).toMatchObject(parseRequest(record.stdin))
})

check('DELEGATE-003/del', 'passes the complete configuration on when it delegates DEL', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  const { record } = await context.plugin.del(call)
  expect(parseRequest((await lastCall(delegate, 'DEL')).stdin)).toMatchObject(parseRequest(record.stdin))
})

check('DELEGATE-003/status', 'passes the complete configuration on when it delegates STATUS', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { record } = await context.plugin.status(options)
  expect(parseRequest((await lastCall(delegate, 'STATUS')).stdin)).toMatchObject(parseRequest(record.stdin))
})

check('DELEGATE-003/gc', 'passes the complete configuration on when it delegates GC', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { record } = await context.plugin.gc({ ...options, validAttachments: [await context.attach(options)] })
  expect(parseRequest((await lastCall(delegate, 'GC')).stdin)).toMatchObject(parseRequest(record.stdin))
})

check('DELEGATE-004/netns-present', 'runs the delegated plugin on DEL', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  await context.plugin.del(call)
  expect(await commandsOf(delegate)).toContain('DEL')
})

check(
  'DELEGATE-004/netns-gone',
  'runs the delegated plugin on DEL when the network namespace is gone',
  async (context) => {
    const { delegate, options } = await setUpDelegation(context)
    const { call, container } = await context.attach(options)
    await container.remove()
    await context.plugin.del(call)
    expect(await commandsOf(delegate)).toContain('DEL')
  },
)

check('DELEGATE-005/del', 'fails DEL when the delegated plugin fails', async (context) => {
  const { delegate, options } = await setUpDelegation(context)
  const { call } = await context.attach(options)
  await delegate.answer('DEL', delegateFailure(context), 1)
  expect(await context.plugin.del(call)).toBeRefused()
})
