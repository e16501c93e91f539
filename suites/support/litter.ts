import { deviceFor } from './attachment-setup.ts'
import type { Attachment, CheckContext, PreparedCall } from './context.ts'
import { Blocked, NotApplicable } from './interruptions.ts'
import type { CallOptions } from './plugin.ts'
import { hostState, remaining } from './residue.ts'

/** An attachment that is still valid, beside a stale one that DEL was never called for. */
export interface Litter {
  readonly valid: Attachment
  /** What the stale one still has on the host, as sentences. */
  readonly remains: () => Promise<readonly string[]>
}

/** How the stale attachment differs from the valid one. */
export type StaleOptions = (valid: Attachment) => CallOptions

/** In another container, which is gone: GC may take that for granted. */
export const inAnotherContainer: StaleOptions = () => ({ containerId: 'stale' })

/** By another interface of the same container, where the ID alone does not tell which is meant. */
export const inTheSameContainer: StaleOptions = ({ container, containerId }) => ({
  container,
  containerId,
  ifname: 'eth1',
})

/** Makes both attachments. What a network has once, such as a bridge, is there with the first, and counts as no remains. */
export async function litter(context: CheckContext, stale: StaleOptions): Promise<Litter> {
  const valid = await context.attach({ containerId: 'valid' })
  const prepared = await context.prepare(stale(valid))
  const before = await hostState(context)
  await abandon(context, prepared, valid)
  // A device that GC gives back is no litter.
  const given = deviceFor(valid)
  return {
    valid,
    remains: () => remaining(context, before, ({ kind, text }) => kind === 'appeared' && !text.includes(given)),
  }
}

/** Makes the stale attachment only. */
export async function abandon(context: CheckContext, prepared: PreparedCall, valid: Attachment): Promise<void> {
  if (prepared.container === valid.container) return attachOnceMore(context, prepared)
  await context.attachPrepared(prepared)
  await prepared.container.remove()
}

/** Nothing says that a plugin has to give a container a second interface. */
async function attachOnceMore({ plugin }: CheckContext, prepared: PreparedCall): Promise<void> {
  const { record } = await plugin.add(prepared)
  if (record.outcome !== 'success') throw new NotApplicable('it does not add a container that it has added already')
}

/**
 * What remains of the stale attachment after a special GC. Blocks the check when as much remains after an ordinary one, which
 * other requirements report.
 */
export async function remainsOfSpecial(
  { remains }: Litter,
  special: () => Promise<unknown>,
  ordinary: () => Promise<unknown>,
): Promise<readonly string[]> {
  await special()
  const found = await remains()
  if (found.length === 0) return found
  await ordinary()
  const stubborn = await remains()
  if (stubborn.length > 0) throw new Blocked(`an ordinary GC has to clean up first, but ${stubborn[0]}`)
  return found
}
