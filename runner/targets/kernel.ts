import type { Sandbox } from '../sandbox/sandbox.ts'

/** Which of these kinds of links the running kernel cannot make: a sentence each, by kind. */
export async function missingLinkKinds(
  sandbox: Sandbox,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const missing = new Map<string, string>()
  for (const kind of new Set(kinds)) {
    const { exitCode } = await sandbox.execute('ip', ['link', 'add', 'probe', 'type', kind])
    if (exitCode === 0) await sandbox.execute('ip', ['link', 'del', 'probe'])
    else
      missing.set(
        kind,
        `this kernel has no ${kind} links: load the module with "modprobe ${kind}", or run on a kernel with it`,
      )
  }
  return missing
}
