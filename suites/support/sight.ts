import { type Difference, type DiffOptions, diff } from '../../runner/observe/diff.ts'
import type { Snapshot } from '../../runner/observe/snapshot.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import { observe, observeHost } from './observe.ts'
import { demandSight } from './residue.ts'

/** The host of a sandbox and containers of it, at one moment. */
export interface Sight {
  readonly host: Snapshot
  readonly containers: readonly Snapshot[]
}

export async function look(sandbox: Sandbox, ...containers: readonly Container[]): Promise<Sight> {
  const host = await observeHost(sandbox)
  demandSight(host)
  return { host, containers: await Promise.all(containers.map(observe)) }
}

/** The differences on the host, and in each of the containers that both have. Files that only changed, such as a log, are none. */
export function compare(before: Sight, after: Sight, options: DiffOptions = {}): readonly Difference[] {
  const inside = before.containers.flatMap((container, index) => diff(container, after.containers[index] ?? container))
  return [...diff(before.host, after.host, options), ...inside].filter(
    ({ what, kind }) => what !== 'file' || kind !== 'changed',
  )
}
