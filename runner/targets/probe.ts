import { isJsonObject } from '../../spec/json.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../spec/versions.ts'
import { type Invocation, invoke } from '../invoke/invoke.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** Asks an executable which versions it supports. */
export async function probeVersions(
  sandbox: Sandbox,
  executable: string,
  timeoutMs: number,
): Promise<readonly SpecVersion[]> {
  const newest = specVersions.at(-1)
  return supportedVersions(
    await invoke(sandbox, {
      executable,
      env: { CNI_COMMAND: 'VERSION', CNI_PATH: executable.replace(/\/[^/]*$/, '') },
      stdin: JSON.stringify({ cniVersion: newest }),
      timeoutMs,
    }),
  )
}

/** The versions of an answer to VERSION that exist, oldest first; empty when it is no such answer. */
function supportedVersions({ document }: Invocation): readonly SpecVersion[] {
  if (!isJsonObject(document)) return []
  // A plugin of the time before VERSION says this, and libcni takes it for 0.1.0 (stand A-51).
  if (document.msg === 'unknown CNI_COMMAND: VERSION') return ['0.1.0']
  const { supportedVersions: listed } = document
  if (!Array.isArray(listed)) return []
  const known = new Set(listed.filter(isSpecVersion))
  return specVersions.filter((version) => known.has(version))
}
