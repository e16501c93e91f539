import { readKernelConfig } from '../doctor/kernel-config.ts'
import { linkProbes } from '../doctor/links.ts'
import { examineProbes } from '../doctor/probe.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** Which of these kinds of links the running kernel cannot make: a sentence each that says how to get it, by kind. */
export async function missingLinkKinds(
  sandbox: Sandbox,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (kinds.length === 0) return new Map()
  // The first kind is the parent of others.
  const probes = linkProbes(readKernelConfig()).filter(({ kind }, index) => index === 0 || kinds.includes(kind))
  const findings = await examineProbes(sandbox, 'links', probes)
  return new Map(
    probes.flatMap(({ kind }, index) => {
      const finding = findings[index]
      if (finding === undefined || finding.present || !kinds.includes(kind)) return []
      return [[kind, `this kernel has no ${kind} links: ${finding.remedy}`] as const]
    }),
  )
}
