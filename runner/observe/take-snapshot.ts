import { Fault } from '../fault.ts'
import { assemble } from './assemble.ts'
import type { Execute } from './execute.ts'
import { script } from './script.ts'
import { splitSections } from './sections.ts'
import type { Snapshot } from './snapshot.ts'

export interface SnapshotOptions {
  /** Directories whose files are listed, with those of the directories in them. One that does not exist has none. */
  readonly directories?: readonly string[]
  /** Where network namespaces have names: `/run/netns`. Without it they are not listed. */
  readonly namespaceDirectory?: string
}

/**
 * Observes the network namespace that `execute` runs programs in, in one execution. What the machine has no tool or no kernel
 * option for is missing from the snapshot, which says so.
 *
 * @throws Fault when not even a shell could be run
 */
export async function snapshot(
  execute: Execute,
  { directories = [], namespaceDirectory = '' }: SnapshotOptions = {},
): Promise<Snapshot> {
  const { stdout, stderr, exitCode } = await execute('sh', ['-c', script, 'sh', namespaceDirectory, ...directories])
  if (exitCode !== 0) {
    throw new Fault(`cannot observe a network namespace: sh ended with ${exitCode}: ${stderr.trim()}`)
  }
  return assemble(splitSections(stdout, stderr))
}
