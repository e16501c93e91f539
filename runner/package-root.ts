import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of this package: the nearest one above this file with a package.json. The file runs both as it is (under vitest)
 * and compiled in dist, which lies one level deeper.
 */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

/** The version of this package. */
export const packageVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version

function findPackageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findPackageRoot(dirname(folder))
}
