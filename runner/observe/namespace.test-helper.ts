import { once } from 'node:events'
import { execa } from 'execa'
import type { Execute } from './execute.ts'

/** A network namespace of a test, with private mounts: a fresh /sys, and /run and /tmp that are empty. */
export interface Namespace {
  readonly execute: Execute
  /** Runs a shell script in it that has to succeed, and gives its standard output. */
  readonly run: (script: string) => Promise<string>
  readonly end: () => Promise<void>
}

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

/** @param user whether to make it as an unprivileged user would, in a user namespace of its own */
export async function makeNamespace({ user = process.getuid?.() !== 0 } = {}): Promise<Namespace> {
  const setup = [
    'mount -t sysfs sysfs /sys',
    'mount -t tmpfs tmpfs /run',
    'mount -t tmpfs tmpfs /tmp',
    'mkdir /run/netns',
    'ip link set lo up',
    'echo ready',
    'exec cat',
  ].join(' && ')
  const kinds = ['--net', '--mount']
  const unshare = user ? ['--user', '--map-root-user', ...kinds] : kinds
  // Not in a process namespace, so that the process that is started is the one that is in the namespaces.
  const holder = execa('unshare', [...unshare, 'sh', '-c', setup], { env, extendEnv: false, reject: false })
  await Promise.race([once(holder.stdout, 'data'), holder])
  const enter = ['--target', String(holder.pid), ...(user ? ['--user', '--preserve-credentials'] : []), ...kinds, '--']

  const execute: Execute = async (command, args, input = '') => {
    const options = { env, extendEnv: false, cwd: '/', input, reject: false, stripFinalNewline: false } as const
    const { stdout, stderr, exitCode = 128 } = await execa('nsenter', [...enter, command, ...args], options)
    return { stdout, stderr, exitCode }
  }
  return {
    execute,
    run: async (script) => {
      const { stdout, stderr, exitCode } = await execute('sh', ['-e', '-c', script])
      if (exitCode !== 0) throw new Error(`${script} ended with ${exitCode}: ${stderr}`)
      return stdout
    },
    end: async () => {
      holder.stdin.end()
      await holder
    },
  }
}
