import { setTimeout as delay } from 'node:timers/promises'
import { type Difference, diff } from '../../runner/observe/diff.ts'
import type { Part, Snapshot } from '../../runner/observe/snapshot.ts'
import type { Attachment, CheckContext } from './context.ts'
import { demandSuccess, Untestable } from './interruptions.ts'
import { observe, observeHost } from './observe.ts'

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
  const warmUp = await context.attach({ containerId: 'warm-up' })
  demandSuccess(await context.plugin.del(warmUp.call), 'DEL')
  await warmUp.container.remove()

  const prepared = await context.prepare()
  const before = await observeHost(context.sandbox)
  demandSight(before)
  await remove(await context.attachPrepared(prepared))
  return settle(async () => {
    const after = await observeHost(context.sandbox)
    return diff(before, after, context.target).filter(
      ({ what, kind }) => kinds.includes(kind) && (what !== 'file' || kind === 'appeared'),
    )
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

/** The differences that are left when the kernel is done, as sentences. */
export async function settle(look: () => Promise<readonly Difference[]>): Promise<readonly string[]> {
  const deadline = Date.now() + settlingMs
  for (;;) {
    const differences = await look()
    if (differences.length === 0 || Date.now() > deadline) return differences.map(({ text }) => text)
    await delay(50)
  }
}
