import { existsSync } from 'node:fs'
import { Fault } from '../fault.ts'
import { locatePlugin } from '../invoke/locate.ts'
import { systemPath } from '../sandbox/holder.ts'

/** What a machine in User-Mode Linux is made of. */
export interface UserModeLinux {
  /** The kernel, which is a program. */
  readonly kernel: string
  /** The folder of its modules, with a folder for each release of the kernel. */
  readonly modules: string
  readonly modprobe: string
}

/** Debian's package has them there. */
const modules = '/usr/lib/uml/modules'

/** Finds User-Mode Linux on this machine, or throws a Fault that says how to get it. */
export function findUserModeLinux(): UserModeLinux {
  const path = systemPath.split(':')
  const kernel = locatePlugin('linux.uml', path)
  const modprobe = locatePlugin('modprobe', path)
  const missing = [
    ...(kernel === undefined || !existsSync(modules) ? ['user-mode-linux'] : []),
    ...(modprobe === undefined ? ['kmod'] : []),
  ]
  if (kernel === undefined || modprobe === undefined || missing.length > 0) {
    throw new Fault(`--kernel uml needs User-Mode Linux: apt-get install ${missing.join(' ')}`)
  }
  return { kernel, modules, modprobe }
}
