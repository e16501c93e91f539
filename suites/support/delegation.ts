import type { Command } from '../../spec/commands.ts'
import type { JsonObject } from '../../spec/json.ts'
import type { CheckContext } from './context.ts'
import {
  type DelegateCall,
  type FakeDelegate,
  fakeDelegateDirectory,
  installFakeDelegate,
  withFakeDelegate,
} from './fake-delegate.ts'
import { Blocked, demandSuccess } from './interruptions.ts'
import type { CallOptions } from './plugin.ts'

/** A plugin that delegates to the fake IPAM plugin. */
export interface Delegation {
  readonly delegate: FakeDelegate
  /** Options for calls that lead to it. */
  readonly options: CallOptions
}

/**
 * Shows that the plugin works, with a container that is gone afterwards: the fake IPAM plugin gives the next one the same
 * address, which the kernel refuses to two ipvlan interfaces of a master.
 */
export async function demandWorking({ attach, plugin }: CheckContext, options: CallOptions): Promise<void> {
  const { call } = await attach({ ...options, containerId: 'control' })
  demandSuccess(await plugin.del(call), 'DEL')
}

/** Makes the plugin under test delegate to the fake IPAM plugin. */
export async function setUpDelegation(context: CheckContext): Promise<Delegation> {
  const { sandbox, specVersion, configuration, cniPath } = context
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
export async function lastCall(delegate: FakeDelegate, command: Command): Promise<DelegateCall> {
  const call = (await delegate.calls()).findLast((candidate) => candidate.command === command)
  if (call === undefined) throw new Blocked(`${command} has to run the delegated plugin first, but did not`)
  return call
}

/** The commands that the delegate got, in order. */
export async function commandsOf(delegate: FakeDelegate): Promise<readonly string[]> {
  return (await delegate.calls()).map(({ command }) => command)
}

/** What a delegate prints that was told to fail: a code that no plugin has of its own. */
export function delegateFailure({ specVersion }: CheckContext): JsonObject {
  return { cniVersion: specVersion, code: 111, msg: 'the fake delegate was told to fail' }
}
