import type { Process, Sandbox } from '../../runner/sandbox/sandbox.ts'

/** A process that was not there before. */
export interface NewProcess {
  readonly kind: 'appeared'
  readonly what: 'process'
  /** Its command line. */
  readonly name: string
  /** A sentence without a full stop. */
  readonly text: string
}

/** The processes of a sandbox that were not there before. */
export async function processesSince(sandbox: Sandbox, before: readonly Process[]): Promise<readonly NewProcess[]> {
  const known = new Set(before.map(({ pid }) => pid))
  return (await sandbox.processes())
    .filter(({ pid }) => !known.has(pid))
    .map(({ command }) => ({ kind: 'appeared', what: 'process', name: command, text: `process ${command} appeared` }))
}
