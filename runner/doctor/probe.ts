import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Finding } from './finding.ts'

/** An attempt at something in a sandbox. */
export interface Probe {
  readonly name: string
  readonly neededFor: string
  readonly required?: true
  /** Commands that all have to succeed, each an argument vector. What they leave goes with the sandbox. */
  readonly attempt: readonly (readonly string[])[]
  /** Standard input of the commands. */
  readonly input?: string
  readonly remedy: string
}

/** Attempts it. */
export async function examineProbe(sandbox: Sandbox, group: string, probe: Probe): Promise<Finding> {
  const { name, neededFor, required = false, attempt, input = '', remedy } = probe
  const base = { group, name, required, neededFor, remedy }
  for (const [command = '', ...args] of attempt) {
    const { exitCode, stdout, stderr } = await sandbox.execute(command, args, { input })
    if (exitCode === 0) continue
    const [complaint = ''] = (stderr.trim() || stdout.trim() || `exit status ${exitCode}`).split('\n')
    return { ...base, present: false, detail: `${command}: ${complaint}` }
  }
  return { ...base, present: true, detail: '' }
}

/** One after the other: they build on what the ones before them made. */
export async function examineProbes(
  sandbox: Sandbox,
  group: string,
  probes: readonly Probe[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const probe of probes) findings.push(await examineProbe(sandbox, group, probe))
  return findings
}
