import { setTimeout as delay } from 'node:timers/promises'
import { type Difference, diff } from '../../runner/observe/diff.ts'
import type { Snapshot } from '../../runner/observe/snapshot.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Attachment, AttachOptions, CheckContext } from './context.ts'
import { demandSuccess } from './interruptions.ts'
import { observe, observeHost } from './observe.ts'
import type { CallOptions } from './plugin.ts'

/** The kernel takes links down in the background after the namespace that they lead to is gone. */
const settlingMs = 3000

/** How an attachment is taken away again in a check. */
export type Removal = (attachment: Attachment) => Promise<void>

/**
 * What an ADD and its removal leave on the host, as sentences.
 *
 * A first attachment comes and goes before, so that what is made once for a network, such as a bridge or a lock file, is there
 * already. Files that only changed, such as a counter, are no residue either.
 */
export async function hostResidue(context: CheckContext, remove: Removal): Promise<readonly string[]> {
  const warmUp = await context.attach({ containerId: 'warm-up' })
  demandSuccess(await context.plugin.del(warmUp.call), 'DEL')
  await warmUp.container.remove()

  const prepared = await context.prepare()
  const before = await observeHost(context.sandbox)
  await remove(await attachPrepared(context, prepared))
  return settle(async () => {
    const after = await observeHost(context.sandbox)
    return describe(before, after, context.target.sharedLinks).filter(
      ({ what, kind }) => what !== 'file' || kind === 'appeared',
    )
  })
}

/** What an ADD and its removal leave in the container, as sentences. */
export async function containerResidue(context: CheckContext, remove: Removal): Promise<readonly string[]> {
  const prepared = await context.prepare()
  const before = await observe(prepared.container)
  await remove(await attachPrepared(context, prepared))
  return settle(async () => describe(before, await observe(prepared.container), []))
}

/** The chain before the plugin has run already. */
function attachPrepared(
  { attach }: CheckContext,
  prepared: CallOptions & { container: Container },
): Promise<Attachment> {
  const options: AttachOptions = prepared
  return attach(options)
}

function describe(before: Snapshot, after: Snapshot, sharedLinks: readonly string[]): readonly Difference[] {
  return diff(before, after, { sharedLinks })
}

async function settle(look: () => Promise<readonly Difference[]>): Promise<readonly string[]> {
  const deadline = Date.now() + settlingMs
  for (;;) {
    const differences = await look()
    if (differences.length === 0 || Date.now() > deadline) return differences.map(({ text }) => text)
    await delay(50)
  }
}
