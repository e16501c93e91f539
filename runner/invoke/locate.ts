import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'

/** The first executable of this name in the directories of CNI_PATH (section 4, Delegated plugin execution procedure). */
export function locatePlugin(type: string, cniPath: readonly string[]): string | undefined {
  return cniPath.map((directory) => join(directory, type)).find(isExecutableFile)
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
