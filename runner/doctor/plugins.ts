import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { referencePlugins } from '../targets/discover.ts'
import { pluginFiles } from '../targets/executables.ts'
import { probeVersions } from '../targets/probe.ts'
import type { Finding } from './finding.ts'

/** Ten seconds: far more than any of them takes to start. */
const timeoutMs = 10_000

/** Whether the included reference plugins start: they stand in for delegates that a plugin needs and nobody gave. */
export async function examinePlugins(sandbox: Sandbox): Promise<Finding> {
  const names = existsSync(referencePlugins) ? pluginFiles(referencePlugins) : []
  const answers = await Promise.all(
    names.map((name) => probeVersions(sandbox, join(referencePlugins, name), timeoutMs)),
  )
  const broken = names.filter((_, index) => answers[index]?.length === 0)
  return {
    group: 'Included plugins',
    name: 'reference plugins',
    present: names.length > 0 && broken.length === 0,
    required: true,
    detail:
      names.length === 0
        ? `${referencePlugins} is empty`
        : broken.length === 0
          ? `${names.length} of them start`
          : `${broken.join(', ')} do not answer VERSION`,
    neededFor: 'delegates that the plugins under test do not bring along',
    remedy: 'install the package again, or run npm run build in a clone',
  }
}
