import type { Finding } from './finding.ts'
import { firewallProbes } from './firewall.ts'
import { kernelProbes } from './kernel.ts'
import { readKernelConfig } from './kernel-config.ts'
import { linkProbes } from './links.ts'
import { examinePlugins } from './plugins.ts'
import { examineProbes } from './probe.ts'
import { examinePrograms } from './programs.ts'
import { examineSandbox } from './sandbox.ts'

/** Looks at everything that the tool needs of this machine. Without a sandbox, what would be tried in it is left out. */
export async function examineMachine(): Promise<readonly Finding[]> {
  const programs = examinePrograms()
  const { sandbox, finding } = await examineSandbox()
  if (sandbox === undefined) return [...programs, finding]
  try {
    const config = readKernelConfig()
    return [
      ...programs,
      finding,
      ...(await examineProbes(sandbox, 'Sandbox', kernelProbes(config))),
      ...(await examineProbes(sandbox, 'Links', linkProbes(config))),
      ...(await examineProbes(sandbox, 'Firewall', await firewallProbes(sandbox, config))),
      await examinePlugins(sandbox),
    ]
  } finally {
    await sandbox.destroy()
  }
}
