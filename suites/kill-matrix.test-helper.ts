import { join } from 'node:path'
import { execa } from 'execa'
import { packageRoot } from '../runner/package-root.ts'

/** What the command that judges the mutants reports as JSON. It fails where a mutant does, which the tests say one by one. */
export async function reportOnMutants(...options: readonly string[]): Promise<string> {
  const main = join(packageRoot, 'dist/suites/kill-matrix-main.js')
  const { stdout } = await execa(process.execPath, [main, ...options, '--json'], { reject: false, stderr: 'inherit' })
  return stdout
}
