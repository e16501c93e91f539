import type { CheckContext, PreparedCall } from './context.ts'
import { type Delegation, delegateFailure, setUpDelegation } from './delegation.ts'
import { describeOutcome } from './describe-outcome.ts'
import { fakeDelegateDirectory, fakeDelegateType, fakeResult } from './fake-delegate.ts'
import { NotApplicable } from './interruptions.ts'
import type { CallOptions } from './plugin.ts'

/** A way to make ADD fail. */
export interface FailingAdd {
  /** Options for all calls. */
  readonly options: CallOptions
  /** Lets the next ADD fail, which would work otherwise. */
  readonly spoil: (prepared: PreparedCall) => Promise<void>
}

/** The delegate of the plugin fails. */
export async function failingDelegate(context: CheckContext): Promise<FailingAdd> {
  const { delegate, options } = await demandDelegation(context)
  return { options, spoil: () => delegate.answer('ADD', delegateFailure(context), 1) }
}

/** The plugin fails late: the delegate returns a route by a gateway that is in no network of the container. */
export async function unusableAllocation(context: CheckContext): Promise<FailingAdd> {
  const { delegate, options } = await demandDelegation(context)
  return { options, spoil: () => delegate.answer('ADD', fakeResult(context.specVersion, { gw: '203.0.113.1' })) }
}

/** The plugin is killed in the middle of ADD, by its delegate, so that it is always at the same point. */
export async function killingDelegate(context: CheckContext): Promise<FailingAdd> {
  const { options } = await demandDelegation(context)
  const path = `${fakeDelegateDirectory}/${fakeDelegateType}`
  return { options, spoil: () => context.sandbox.writeFile(path, killer, 0o755) }
}

const killer = `#!/bin/sh
[ "$CNI_COMMAND" != ADD ] || kill -KILL "$PPID"
`

/** The interface that the plugins before it in the chain made is gone. */
export async function missingInterface({ target }: CheckContext): Promise<FailingAdd> {
  if (target.kind !== 'chained') throw new NotApplicable('it needs no interface of another plugin')
  return { options: {}, spoil: ({ container }) => container.run(['ip', 'link', 'del', target.ifname]) }
}

/** An ADD that is to fail. Where it does not, there is nothing to be said of its failure. */
export async function failAdd({ plugin }: CheckContext, options: CallOptions): Promise<void> {
  const added = await plugin.add(options)
  if (added.record.outcome === 'success') throw new NotApplicable(`ADD does not fail here: ${describeOutcome(added)}`)
}

async function demandDelegation(context: CheckContext): Promise<Delegation> {
  if (!context.target.delegatesIpam) throw new NotApplicable('it delegates to no plugin that could fail')
  return setUpDelegation(context)
}
