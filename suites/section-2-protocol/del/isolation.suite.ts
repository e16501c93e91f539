import { expect } from 'vitest'
import type { Container } from '../../../runner/sandbox/container.ts'
import { isJsonObject } from '../../../spec/json.ts'
import { otherNetwork, watch } from '../../support/bystander.ts'
import { check } from '../../support/check.ts'
import type { Attachment, CheckContext, PreparedCall } from '../../support/context.ts'
import { setUpDelegation } from '../../support/delegation.ts'
import { demandSuccess, NotApplicable } from '../../support/interruptions.ts'
import type { CallOptions } from '../../support/plugin.ts'
import { requestingAddresses } from '../../support/requested-addresses.ts'
import { comeAndGo } from '../../support/residue.ts'
import { addressesIn } from '../../support/result.ts'

check('DEL-014/other-container', 'leaves another container of the network alone', async (context) => {
  const { attach, attachPrepared, plugin, prepare } = context
  const { container } = await attach({ containerId: 'bystander' })
  const [stranger, known, forgotten] = [
    await prepare({ containerId: 'stranger' }),
    await prepare({ containerId: 'known' }),
    await prepare({ containerId: 'forgotten' }),
  ]
  const { excuse, expectUntouched } = await watch(context, container)
  demandSuccess(await plugin.del(stranger), 'DEL of a container that was never added')
  await expectUntouched('DEL of a container that was never added')
  const { call } = await attachPrepared(known)
  const { prevResult: _, ...bare } = (await attachPrepared(forgotten)).call
  await excuse()
  await expectDel(context, call)
  await expectUntouched('DEL')
  demandSuccess(await plugin.del({ ...bare, env: { CNI_NETNS: undefined } }), 'DEL without CNI_NETNS and prevResult')
  await expectUntouched('DEL without CNI_NETNS and prevResult')
})

check('DEL-014/other-interface', 'leaves another interface of the container alone', async (context) => {
  demandChoiceOfName(context)
  const { container } = await context.attach()
  const second = await context.prepare({ container, ifname: 'eth1' })
  await expectHarmlessDel(context, container, second)
})

check('DEL-014/other-network', 'leaves the container alone in another network', async (context) => {
  demandChoiceOfName(context)
  const { container } = await context.attach()
  const second = await context.prepare({ container, ifname: 'eth1', config: otherNetwork(context) })
  await expectHarmlessDel(context, container, second)
})

check('DEL-014/newer-container', 'leaves a newer container alone that has the address now', async (context) => {
  const options = context.target.delegatesIpam ? (await setUpDelegation(context)).options : {}
  const former = await context.attach({ ...options, containerId: 'former' })
  demandSuccess(await context.plugin.del(former.call), 'DEL')
  const newer = await attachInPlaceOf(context, former, options)
  const now = addressesIn(newer.result)
  if (!addressesIn(former.result).some((address) => now.includes(address)))
    throw new NotApplicable('it does not give a container the address that another one had')
  const { expectUntouched } = await watch(context, newer.container)
  // Whether these succeed is for DEL-003 and DEL-004 to judge.
  await context.plugin.del(former.call)
  await expectUntouched('another DEL of the former container')
  await context.plugin.del({ ...former.call, env: { ...former.call.env, CNI_NETNS: '/run/netns/gone' } })
  await expectUntouched('DEL of the former container when its namespace is gone')
})

check('DEL-015', 'leaves an attachment to another network alone that has the same IDs', async (context) => {
  const { attach, prepare } = context
  const { container, containerId, ifname } = await attach()
  // Only the plugin under test gets the same IDs: those before it in the chain may not put up with them.
  const prepared = await prepare({ containerId: 'other' })
  const twin = { ...prepared, containerId, ifname, config: otherNetwork(context) }
  await expectHarmlessDel(context, container, twin)
})

/** Another attachment comes and goes. */
async function expectHarmlessDel(context: CheckContext, bystander: Container, other: PreparedCall): Promise<void> {
  const { excuse, expectUntouched } = await watch(context, bystander)
  const call = await attachAgain(context, other)
  await excuse()
  await expectDel(context, call)
  await expectUntouched('DEL')
}

/** DEL works, also next to another attachment. Where it never works, that is for others to report. */
async function expectDel(context: CheckContext, options: CallOptions): Promise<void> {
  const invocation = await context.plugin.del(options)
  if (invocation.record.outcome !== 'success') await comeAndGo(context)
  expect(invocation).toSucceed()
}

/** Not every plugin can give a container a second interface, and none has to. */
async function attachAgain({ plugin }: CheckContext, prepared: PreparedCall): Promise<CallOptions> {
  const { record, document } = await plugin.add(prepared)
  if (record.outcome !== 'success' || document === undefined)
    throw new NotApplicable('it does not add a container that it has added already')
  return { ...prepared, prevResult: document }
}

/** A container has a second interface only where the plugin takes the name that it is given. */
function demandChoiceOfName({ target }: CheckContext): void {
  if (target.kind === 'interface' && !target.createsInterface)
    throw new NotApplicable('it does not make an interface of any name')
}

/** A newer container that gets the addresses of a former one, by asking or by what the plugins before it in the chain say. */
async function attachInPlaceOf(context: CheckContext, former: Attachment, options: CallOptions): Promise<Attachment> {
  const prepared = await context.prepare({ ...options, containerId: 'newer' })
  if (context.target.kind === 'ipam')
    return context.attachPrepared({ ...prepared, config: requestingAddresses(context, addressesIn(former.result)) })
  if (former.before === undefined) return context.attachPrepared(prepared)
  // Its own interfaces, which are as many and in the same order, with the addresses of the other.
  const { interfaces = [] } = isJsonObject(prepared.prevResult) ? prepared.prevResult : {}
  return context.attachPrepared({ ...prepared, prevResult: { ...former.before, interfaces } })
}
