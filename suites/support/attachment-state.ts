import { diff } from '../../runner/observe/diff.ts'
import type { Snapshot } from '../../runner/observe/snapshot.ts'
import type { CheckContext, PreparedCall } from './context.ts'
import { observe } from './observe.ts'
import { type HostDifference, type HostState, hostState, settledDifferences } from './residue.ts'

/** The host, and a container that is to be attached. */
export interface AttachmentState {
  readonly host: HostState
  readonly container: Snapshot
}

export async function attachmentState(context: CheckContext, { container }: PreparedCall): Promise<AttachmentState> {
  return { host: await hostState(context), container: await observe(container) }
}

/** What is there on the host and in the container that was not, or the other way round, as sentences. */
export async function attachmentDifferences(
  context: CheckContext,
  { container }: PreparedCall,
  before: AttachmentState,
): Promise<readonly string[]> {
  const onHost = await settledDifferences(context, before.host, isNoCounter)
  const inContainer = diff(before.container, await observe(container))
  return [...onHost, ...inContainer.map(({ text }) => `in the container, ${text}`)]
}

/** What a file holds may change with each attachment, such as the address that was given out last. */
export function isNoCounter({ what, kind }: HostDifference): boolean {
  return what !== 'file' || kind !== 'changed'
}
