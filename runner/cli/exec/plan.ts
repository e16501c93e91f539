import { type Command, knowsCommand, operations } from '../../../spec/commands.ts'
import type { SpecVersion } from '../../../spec/versions.ts'
import { UsageError } from '../../fault.ts'
import { concernsAttachment, forbiddenBy } from '../../invoke/chain.ts'
import type { Network } from '../../targets/network-file.ts'
import type { ExecOptions } from './options.ts'
import type { Stored } from './results.ts'

/**
 * The version that a runtime selects for a network: the newest that it names (section 1, Version considerations), and 0.1.0 when
 * it names none, as libcni has it (stand A-28).
 */
export function selectVersion({ cniVersion, versions }: Network, file: string): SpecVersion {
  const newest = versions.at(-1)
  if (newest !== undefined) return newest
  if (cniVersion === undefined) return '0.1.0'
  throw new UsageError(
    `${file}: "cniVersion" is ${JSON.stringify(cniVersion)}, which does not exist: use --spec-version`,
  )
}

/** Refuses operations without the place that they need: this machine itself is never taken by default. */
export function demandPlace({ commands, sandbox, netns, stateDirectory, validAttachments }: ExecOptions): void {
  const needy = commands.find(concernsAttachment)
  if (sandbox && netns !== undefined) {
    throw new UsageError('--sandbox and --netns exclude each other: a sandbox brings a container of its own')
  }
  if (needy !== undefined && !sandbox && netns === undefined) {
    throw new UsageError(
      `${needy} works on a container: --sandbox makes one that is thrown away, --netns <path> takes one of this machine`,
    )
  }
  if (stateDirectory !== undefined && netns === undefined) {
    throw new UsageError('--state-dir is for --netns: nothing is kept of a sandbox')
  }
  const collects = commands.includes('GC')
  if (validAttachments !== undefined && !collects) throw new UsageError('--valid-attachments is for gc')
  if (validAttachments === undefined && collects && !sandbox) {
    throw new UsageError(
      'gc outside of a sandbox takes --valid-attachments: what is not listed there is removed from this machine',
    )
  }
}

/** Refuses operations that the version does not know. VERSION is how one finds out about versions, so it always may be asked. */
export function demandKnown(commands: readonly Command[], version: SpecVersion): void {
  const unknown = commands.find((command) => command !== 'VERSION' && !knowsCommand(version, command))
  if (unknown === undefined) return
  throw new UsageError(
    `CNI ${version} does not know ${unknown}, which came with ${operations[unknown].since}: raise "cniVersion" or use --spec-version`,
  )
}

/** Refuses a CHECK of what was not added, or was deleted since (section 2, CHECK: runtime considerations). */
export function demandAdded(commands: readonly Command[], network: Network, before: Stored): void {
  if (forbiddenBy('CHECK', network) !== undefined) return
  let last: Command | undefined
  for (const command of commands) {
    if (command === 'ADD' || command === 'DEL') last = command
    if (command !== 'CHECK' || last === 'ADD' || (last === undefined && before.kind === 'attachment')) continue
    throw new UsageError(
      last === undefined && before.kind === 'damaged'
        ? `CHECK needs the result of the ADD, but ${before.problem}: run del and add again`
        : 'CHECK needs an ADD before it and no DEL in between: exec add check <file>',
    )
  }
}
