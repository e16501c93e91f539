import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from './fault.ts'

/**
 * The folder of this package: the nearest one above this file with a package.json. The file runs both as it is (under vitest)
 * and compiled in dist, which lies one level deeper.
 */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

/** The version of this package. */
export const packageVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent !== folder) return findPackageRoot(parent)
  throw new Fault(
    `no folder above ${fileURLToPath(import.meta.url)} has a package.json: install the package as a whole, not files of it`,
  )
}
