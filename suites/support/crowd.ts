import { setTimeout as delay } from 'node:timers/promises'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import type { Attachment, CheckContext, PreparedCall } from './context.ts'
import type { CallOptions } from './plugin.ts'

/** How many containers come at once, where a check needs a crowd: enough for any two of them to meet. */
export const crowd = 10

/** For a plugin to get to the point where it reads its input. Where it is too short, the crowd is only less dense. */
const startMs = 100

/** A call that waits for its input until this is fulfilled. */
type HeldCall = (held: Pick<CallOptions, 'inputAfter'>) => Promise<Invocation>

/**
 * Makes calls at once. All plugins are started before the first gets its input, so that a fast one does not end before the next
 * begins.
 */
export async function atOnce(calls: readonly HeldCall[]): Promise<readonly Invocation[]> {
  let release = (): void => {}
  const inputAfter = new Promise<void>((resolve) => {
    release = resolve
  })
  const running = Promise.all(calls.map((call) => call({ inputAfter })))
  await delay(startMs)
  release()
  return running
}

/** Prepares an ADD for each of several containers, one after the other: plugins before this one are not under test. */
export async function prepareMany(
  { prepare }: CheckContext,
  name: string,
  count: number,
): Promise<readonly PreparedCall[]> {
  const prepared: PreparedCall[] = []
  for (let number = 1; number <= count; number++) prepared.push(await prepare({ containerId: `${name}-${number}` }))
  return prepared
}

/** Attaches several containers, one after the other. */
export async function attachMany(
  { attachPrepared }: CheckContext,
  prepared: readonly PreparedCall[],
): Promise<readonly Attachment[]> {
  const attached: Attachment[] = []
  for (const call of prepared) attached.push(await attachPrepared(call))
  return attached
}
