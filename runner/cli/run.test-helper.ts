import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { packageRoot } from '../package-root.ts'

/** The command line as it was built. */
export const main = join(packageRoot, 'dist/runner/cli/main.js')

/** Calls the command line in a folder. */
export function runIn(folder: string, ...args: readonly string[]) {
  return execa(process.execPath, [main, ...args], { reject: false, cwd: folder })
}

/** Makes a plugin of a shell script. */
export function writePlugin(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}
