import { expect } from 'vitest'
import type { Invocation } from '../runner/invoke/invoke.ts'
import { isErrorObject } from '../runner/invoke/outcome.ts'
import { isJsonObject } from '../spec/json.ts'
import { expectAgreement } from './support/agreement.ts'
import { check } from './support/check.ts'
import type { CheckContext } from './support/context.ts'
import { describeOutcome } from './support/describe-outcome.ts'
import { forAny } from './support/for-any.ts'
import { anyRequest, changedInput, type RequestChanges } from './support/generated-request.ts'
import { anyRuntime } from './support/generated-runtime.ts'
import { comeAndGo, hostState, remaining } from './support/residue.ts'

check('ERROR-001/generated', 'ends with 0 exactly if it succeeded, whatever it is asked', async (context) => {
  await forAny(context, anyRequest(context.specVersion), async (own, changes) => {
    const invocation = await request(own, changes)
    expect(endOf(invocation), describeOutcome(invocation)).toBe('an end of its own')
    expectAgreement(invocation)
  })
})

check('ERROR-002/generated', 'prints an error object whenever it fails, whatever it is asked', async (context) => {
  await forAny(context, anyRequest(context.specVersion), async (own, changes) => {
    const invocation = await request(own, changes)
    const { exitCode } = invocation.record
    if (exitCode === null || exitCode === 0) return
    expect(isErrorObject(invocation.document), describeOutcome(invocation)).toBe(true)
  })
})

check('DEL-002/generated', 'leaves the host as it was, whatever a runtime adds and deletes', async (context) => {
  await forAny(context, anyRuntime(), async (own, { containerId, ifname, args, extra }) => {
    await comeAndGo(own)
    const prepared = await own.prepare()
    const config = { type: own.target.name, ...own.configuration?.plugin, ...extra }
    const call = { ...prepared, containerId, ifname: ifname ?? own.target.ifname, config, env: { CNI_ARGS: args } }
    const before = await hostState(own)
    const added = await own.plugin.add(call)
    const prevResult = isJsonObject(added.document) && !isErrorObject(added.document) ? added.document : undefined
    await own.plugin.del({ ...call, ...(prevResult === undefined ? {} : { prevResult }) })
    expect(await remaining(own, before, () => true)).toListNothing()
  })
})

function endOf({ record: { outcome } }: Invocation): string {
  return ['crash', 'timeout', 'flood'].includes(outcome) ? 'none, or by a signal' : 'an end of its own'
}

/** Sends what `changes` make of the request that a runtime would send. */
async function request({ plugin, prepare }: CheckContext, { command, variables, input }: RequestChanges) {
  const call = await prepare()
  const stdin = changedInput(plugin.request(command, call), input)
  return plugin.call(command, { ...call, env: variables, stdin })
}
