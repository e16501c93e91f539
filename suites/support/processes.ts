import type { Process, Sandbox } from '../../runner/sandbox/sandbox.ts'

/** The processes of a sandbox that were not there before, as sentences. */
export async function processesSince(sandbox: Sandbox, before: readonly Process[]): Promise<readonly string[]> {
  const known = new Set(before.map(({ pid }) => pid))
  return (await sandbox.processes())
    .filter(({ pid }) => !known.has(pid))
    .map(({ command }) => `process ${command} appeared`)
}
