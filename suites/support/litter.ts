import type { Attachment, CheckContext } from './context.ts'
import { Blocked } from './interruptions.ts'
import { observeHost } from './observe.ts'
import type { CallOptions } from './plugin.ts'
import { demandSight, settle } from './residue.ts'
import { compare, look, type Sight } from './sight.ts'

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
  const before = await observeHost(context.sandbox)
  demandSight(before)
  await context.attachPrepared(prepared)
  if (prepared.container !== valid.container) await prepared.container.remove()
  const sightOf = (host: Sight['host']): Sight => ({ host, containers: [] })
  return {
    valid,
    remains: () =>
      settle(async () => {
        const after = await observeHost(context.sandbox)
        return compare(sightOf(before), sightOf(after), context.target).filter(({ kind }) => kind === 'appeared')
      }),
  }
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

/**
 * What GC takes from an attachment that it has to leave alone, as sentences.
 *
 * @param soil makes other attachments beside it, whose own coming and going does not count
 */
export async function lossesBy(
  context: CheckContext,
  { container }: Attachment,
  gc: () => Promise<unknown>,
  soil?: () => Promise<unknown>,
): Promise<readonly string[]> {
  const see = () => look(context.sandbox, container)
  const clean = await see()
  await soil?.()
  const soiled = soil === undefined ? clean : await see()
  await gc()
  return settle(async () => {
    const after = await see()
    const lost = (before: Sight) => compare(before, after, context.target).filter(({ kind }) => kind !== 'appeared')
    // What only stale attachments had is no loss since the beginning, and what their ADD changed is none by GC.
    const sinceClean = new Set(lost(clean).map(({ text }) => text))
    return lost(soiled).filter(({ text }) => sinceClean.has(text))
  })
}
