import { setTimeout as delay } from 'node:timers/promises'
import { type Difference, diff } from '../../runner/observe/diff.ts'
import type { Part, Snapshot } from '../../runner/observe/snapshot.ts'
import type { Process } from '../../runner/sandbox/sandbox.ts'
import type { Attachment, CheckContext } from './context.ts'
import { demandNothingLeft, demandSuccess, Untestable } from './interruptions.ts'
import { observe, observeHost } from './observe.ts'
import type { CallOptions } from './plugin.ts'
import { processesSince } from './processes.ts'

/** The kernel takes links down in the background after the namespace that they lead to is gone. */
const settlingMs = 3000

/** How an attachment is taken away again in a check. */
export type Removal = (attachment: Attachment) => Promise<void>

/**
 * What an ADD and its removal leave on the host, as sentences.
 *
 * A first attachment comes and goes before, so that what is made once for a network, such as a bridge or a lock file, is there
 * already. Files that only changed, such as a counter, are no residue either.
 *
 * @param kinds which differences count: with its namespace, the links of a container vanish, whoever made them
 */
export async function hostResidue(
  context: CheckContext,
  remove: Removal,
  kinds: readonly Difference['kind'][] = ['appeared', 'changed', 'vanished'],
): Promise<readonly string[]> {
  await comeAndGo(context)
  const prepared = await context.prepare()
  const before = await hostState(context)
  await remove(await context.attachPrepared(prepared))
  return remaining(context, before, ({ kind }) => kinds.includes(kind))
}

/** A first attachment, so that what a network has only once is there afterwards. */
export async function comeAndGo({ attach, plugin }: CheckContext, options: CallOptions = {}): Promise<void> {
  const warmUp = await attach({ containerId: 'warm-up', ...options })
  demandSuccess(await plugin.del(warmUp.call), 'DEL')
  await warmUp.container.remove()
}

/** Blocks the check when DEL does not even clean the host up where nothing stands in its way: DEL-002 reports that. */
export async function demandCleanDel(context: CheckContext, options: CallOptions = {}): Promise<void> {
  const { prepare, attachPrepared, plugin } = context
  const prepared = await prepare({ ...options, containerId: 'control' })
  const before = await hostState(context)
  const { call } = await attachPrepared(prepared)
  demandSuccess(await plugin.del(call), 'DEL')
  demandNothingLeft(await remaining(context, before, ({ kind }) => kind === 'appeared'))
}

/** What a host is like: what it has, and what runs on it. */
export interface HostState {
  readonly snapshot: Snapshot
  readonly processes: readonly Process[]
}

export type HostDifference = Pick<Difference, 'kind' | 'name' | 'text'> & {
  readonly what: Difference['what'] | 'process'
}

/** Looks at the host. Where not all of it can be seen there is no verdict. */
export async function hostState({ sandbox }: CheckContext): Promise<HostState> {
  const snapshot = await observeHost(sandbox)
  demandSight(snapshot)
  return { snapshot, processes: await sandbox.processes() }
}

/** What is different on the host once it has come to rest, as sentences. Files that only changed are left out. */
export function remaining(
  context: CheckContext,
  before: HostState,
  counts: (difference: HostDifference) => boolean,
): Promise<readonly string[]> {
  return settledDifferences(
    context,
    before,
    (each) => counts(each) && (each.what !== 'file' || each.kind === 'appeared'),
  )
}

/** What is different on the host from before, and stays so, as sentences. */
export function settledDifferences(
  { sandbox, target }: CheckContext,
  { snapshot, processes }: HostState,
  counts: (difference: HostDifference) => boolean,
): Promise<readonly string[]> {
  return settle(async () => {
    const differences = diff(snapshot, await observeHost(sandbox), target)
    const all: readonly HostDifference[] = [...differences, ...(await processesSince(sandbox, processes))]
    return all.filter(counts)
  })
}

/** What an ADD and its removal leave in the container, as sentences. */
export async function containerResidue(context: CheckContext, remove: Removal): Promise<readonly string[]> {
  const prepared = await context.prepare()
  const before = await observe(prepared.container)
  await remove(await context.attachPrepared(prepared))
  return settle(async () => diff(before, await observe(prepared.container)))
}

/** Where a part of the host cannot be seen, nothing can be said of what remains there. */
export function demandSight({ missing }: Snapshot): void {
  const blind = missing.find(({ part }) => needed.has(part))
  if (blind !== undefined) throw new Untestable(`${blind.part} cannot be observed here: ${blind.reason}`)
}

/** Not those of iptables: rules of a plugin that uses it can only be there where it is, and are seen by nft in most places. */
const needed: ReadonlySet<Part> = new Set<Part>(['links', 'ipv4-routes', 'ipv4-rules', 'nftables', 'sysctls', 'files'])

/** The differences that are still there when the kernel has had its time, as sentences. */
export async function settle(look: () => Promise<readonly Pick<Difference, 'text'>[]>): Promise<readonly string[]> {
  const deadline = Date.now() + settlingMs
  for (;;) {
    const differences = await look()
    if (differences.length === 0 || Date.now() > deadline) return differences.map(({ text }) => text)
    await delay(50)
  }
}
