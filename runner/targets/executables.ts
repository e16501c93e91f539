import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../fault.ts'

export interface Executables {
  /** Absolute. */
  readonly directory: string
  /** Names of files, sorted. */
  readonly names: readonly string[]
  /** Things that look like plugins and cannot be run, a sentence each. */
  readonly warnings: readonly string[]
}

/**
 * The plugins of a directory, or the one that a path to a file names.
 *
 * @param only names to keep; each has to be there
 */
export function findExecutables(path: string, only: readonly string[] | undefined): Executables {
  const absolute = resolve(path)
  const isFile = stat(absolute).isFile()
  const directory = isFile ? dirname(absolute) : absolute
  const wanted = isFile ? [basename(absolute)] : only
  const files = pluginFiles(directory)

  const unknown = wanted?.filter((name) => !files.includes(name)) ?? []
  if (unknown.length > 0) {
    throw new UsageError(`${directory} has no plugin ${unknown.join(', ')}; it has ${files.join(', ') || 'no files'}`)
  }
  const candidates = wanted === undefined ? files : files.filter((name) => wanted.includes(name))
  const names = candidates.filter((name) => isExecutable(join(directory, name)))
  const rest = candidates.filter((name) => !names.includes(name))
  if (names.length === 0) {
    throw new UsageError(
      rest.length === 0
        ? `${directory} has no plugins in it: give the directory that the plugin executables are in`
        : `none of the files in ${directory} can be executed (${rest.join(', ')}): chmod +x them if they are plugins`,
    )
  }
  if (wanted !== undefined && rest.length > 0) {
    throw new UsageError(
      `${rest.join(', ')} in ${directory} cannot be executed: chmod +x ${join(directory, rest[0] ?? '')}`,
    )
  }
  return {
    directory,
    names,
    warnings: rest.map((name) => `${join(directory, name)} cannot be executed and is left out`),
  }
}

/** The names of the files of a directory that can be plugins, sorted. */
export function pluginFiles(directory: string): readonly string[] {
  return (
    readdirSync(directory)
      // A package.json says how Node reads plugins that are written for it.
      .filter((name) => !name.startsWith('.') && name !== 'package.json')
      .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile() === true)
      .sort()
  )
}

function stat(path: string): { isFile: () => boolean } {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined)
    throw new UsageError(`${path} does not exist: give the directory that the plugin executables are in`)
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
