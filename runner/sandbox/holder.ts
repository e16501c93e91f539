import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Fault, messageOf } from '../fault.ts'
import { sandboxFault } from './diagnosis.ts'
import { type SandboxOptions, setupScript } from './setup-script.ts'

/** How this process may make namespaces: as root, or as the root of a user namespace of its own. */
export type Privileges = 'root' | 'user-namespace'

export function privileges(): Privileges {
  return process.getuid?.() === 0 ? 'root' : 'user-namespace'
}

/** Programs of the system are looked up here, whatever PATH this process has; the folder of this Node comes last. */
export const systemPath = `/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:${process.execPath.replace(/\/[^/]*$/, '')}`

/** The process that keeps a sandbox alive. */
export interface Holder {
  /** Process 1 of the sandbox, as this machine numbers it. */
  readonly pid: number
  /** Ends it, and with it every process and namespace of the sandbox. */
  readonly end: () => Promise<void>
}

/**
 * Starts process 1 of new network, mount and process namespaces.
 *
 * Its standard input is a pipe from us: when this process dies, by whatever signal, the pipe closes, process 1 ends, and the
 * kernel removes the rest.
 */
export async function startHolder(visible: readonly string[], options: SandboxOptions): Promise<Holder> {
  const child = spawn(
    'unshare',
    [
      ...(privileges() === 'root' ? [] : ['--user', '--map-root-user']),
      '--net',
      '--mount',
      // What is mounted in the sandbox must never show on the machine.
      '--propagation',
      'private',
      '--pid',
      '--fork',
      '--kill-child',
      '--',
      'sh',
      '-c',
      // The root of a user namespace cannot write there anyway, nor always remount it.
      setupScript(visible, privileges() === 'root' ? options : {}),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: systemPath }, cwd: '/' },
  )
  // The pipe of a sandbox that died by itself is no reason to end this process: the next use of the sandbox says so.
  child.stdin.on('error', () => {})
  const pid = await firstLine(child)
  return {
    pid,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      // Unshare waits for process 1, and process 1 is gone only when the kernel has ended all others of its namespace. Were
      // unshare killed instead, they would still be about to end when nobody waits any more.
      const ended = once(child, 'exit')
      killIfThere(pid)
      child.stdin.destroy()
      await ended
    },
  }
}

/** Process 1 may have ended by itself a moment ago. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}

async function firstLine(child: ChildProcess): Promise<number> {
  const complaints: string[] = []
  child.stderr?.on('data', (data: Buffer) => complaints.push(data.toString()))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`unshare, of util-linux, cannot be started (${error.message})`)))
    child.once('close', () => reject(new Error(complaints.join('').trim())))
  })
  failed.catch(() => {})
  if (child.stdout === null) throw new Fault('cannot make a sandbox: it has no output')
  const lines = createInterface({ input: child.stdout })
  try {
    const line = await Promise.race([once(lines, 'line').then(([text]) => String(text)), failed])
    const [word, ...rest] = line.split(' ')
    if (word === 'ready') return Number(rest[0])
    // What the step complained about is complete when the process is gone.
    return await failed.catch((error: unknown) => {
      throw new Error(`${rest.join(' ')} failed: ${messageOf(error)}`)
    })
  } catch (error) {
    throw sandboxFault(messageOf(error), privileges())
  }
}
