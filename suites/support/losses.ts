import { expect } from 'vitest'
import { type Difference, diff } from '../../runner/observe/diff.ts'
import type { Attachment, CheckContext } from './context.ts'
import { NotApplicable } from './interruptions.ts'
import { observeHost } from './observe.ts'
import { comeAndGo, demandCleanDel, type HostDifference, hostState, remaining } from './residue.ts'

/** Something that ADD made and that is gone before DEL. */
export interface Loss {
  /** What is missing, for a message. */
  readonly what: string
  readonly inflict: () => Promise<void>
  /** What the loss itself leaves on the host, and what DEL cannot be expected to find. */
  readonly excuses?: (difference: HostDifference) => boolean
}

/** The losses that this attachment can suffer. `made` is what its ADD made on the host. */
export type Losses = (attachment: Attachment, made: readonly Difference[]) => readonly Loss[] | Promise<readonly Loss[]>

/**
 * DEL after each of the losses, one attachment for each: it has to succeed, and to remove from the host what is left.
 *
 * @param none why there may be nothing to lose, as a clause
 */
export async function expectDelDespite(context: CheckContext, lossesOf: Losses, none: string): Promise<void> {
  const { prepare, attachPrepared, plugin, sandbox, target } = context
  await comeAndGo(context)
  for (let index = 0, count = 1; index < count; index++) {
    const prepared = await prepare({ containerId: `container-${index + 1}` })
    const before = await hostState(context)
    const attachment = await attachPrepared(prepared)
    const made = diff(before.snapshot, await observeHost(sandbox), target).filter(({ kind }) => kind === 'appeared')
    const losses = await lossesOf(attachment, made)
    const loss = losses[index]
    if (loss === undefined) throw new NotApplicable(none)
    count = losses.length
    await loss.inflict()
    expect(await plugin.del(attachment.call), `DEL without ${loss.what}`).toSucceed()
    const left = await remaining(
      context,
      before,
      (difference) => difference.kind === 'appeared' && loss.excuses?.(difference) !== true,
    )
    if (left.length > 0) await demandCleanDel(context)
    expect(left, `after DEL without ${loss.what}`).toListNothing()
  }
}
