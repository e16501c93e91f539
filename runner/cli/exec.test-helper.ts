import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import type { JsonObject } from '../../spec/json.ts'
import { packageRoot } from '../package-root.ts'

/** The command line as it is installed; npm test builds it first. */
export const main = join(packageRoot, 'dist/runner/cli/main.js')

/** The user nobody, who has no rights. */
export const ordinaryUser = 65534

/** Why nothing can be run as an ordinary user from here; undefined when it can. */
export function ordinaryUserObstacle(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can become another user'
  const { status } = spawnSync('test', ['-r', main], { uid: ordinaryUser, gid: ordinaryUser })
  return status === 0 ? undefined : `an ordinary user cannot read ${packageRoot}`
}

/** Plugins that many machines have; elsewhere the included ones do. */
export const pluginOptions = existsSync('/usr/lib/cni/bridge') ? ['--plugins', '/usr/lib/cni'] : []

/** The configuration that most tutorials begin with. */
export const mynet = {
  cniVersion: '0.4.0',
  name: 'mynet',
  type: 'bridge',
  bridge: 'cni0',
  isGateway: true,
  ipMasq: true,
  ipam: { type: 'host-local', subnet: '172.19.0.0/24', routes: [{ dst: '0.0.0.0/0' }] },
}

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | undefined
}

/** A folder with network configurations and plugins, which anybody may read. */
export interface Workplace {
  readonly folder: string
  /** Writes a file with this content, and returns its path. */
  readonly file: (name: string, content: string | JsonObject) => string
  /** Makes a plugin of a shell script. */
  readonly plugin: (name: string, script: string) => void
  /** Runs the command line, as another user when there is a user ID. */
  readonly run: (args: readonly string[], uid?: number) => Promise<Ran>
  readonly remove: () => void
}

export function openWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'cni-conformance-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'bin'), { mode: 0o755 })
  return {
    folder,
    file: (name, content) => {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
      return join(folder, name)
    },
    plugin: (name, script) => writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 }),
    run: async (args, uid) => {
      const { stdout, stderr, exitCode } = await execa('node', [main, ...args], {
        reject: false,
        cwd: folder,
        env: { NO_COLOR: '1' },
        ...(uid === undefined ? {} : { uid, gid: uid }),
      })
      return { stdout, stderr, exitCode }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
