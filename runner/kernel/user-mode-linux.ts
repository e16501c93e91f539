import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import tmp from 'tmp'
import { Fault } from '../fault.ts'
import { systemPath } from '../sandbox/holder.ts'
import { bootScript } from './boot-script.ts'
import { findUserModeLinux } from './machine.ts'

/**
 * Waits for the kernel. When this program is gone, which closes its standard input, the kernel and all its processes have to go
 * as well, and nobody else removes the folder. They are a group, because the kernel begins with setsid, and one signal ends all:
 * had the kernel one of its own, its end could come to the end of the watcher before that sends the other. When the kernel ends
 * by itself, the folder is for this program to read and remove. Node closes the input of a process that has ended, so that
 * whoever watches it has to be gone by then.
 *
 * They get no namespace of their own: in that of an ordinary user the programs of root would belong to nobody, and mount, which
 * has to become root, would not.
 */
const holder = `exec 5<&0 </dev/null
folder=$1
shift
"$@" >"$folder/log" 2>&1 &
kernel=$!
{ cat <&5; rm -rf "$folder"; kill -KILL -"$kernel" || kill -KILL "$kernel"; } >/dev/null 2>&1 3>&1 4>&1 &
watcher=$!
wait "$kernel"
kill "$watcher"
kill -KILL -"$kernel" 2>/dev/null
`

/** Of its memory, a machine takes what it uses. */
const memory = '2G'

/**
 * Runs a program on a User-Mode Linux kernel of its own, and returns its exit status. The kernel is a process of the user who
 * calls, so that no privilege is needed, and in it that user is root.
 *
 * Files are those of the host, apart from /run and what describes the kernel. Standard output and standard error are ours, as
 * are the environment and the working directory.
 */
export async function runOnUserModeLinux(argv: readonly string[]): Promise<number> {
  const machine = findUserModeLinux()
  const folder = tmp.dirSync({ prefix: 'cni-conformance-kernel-' })
  let child: ChildProcess | undefined
  try {
    const statusFile = join(folder.name, 'status')
    const init = join(folder.name, 'init')
    const log = join(folder.name, 'log')
    const { stdout, stderr, env } = process
    const job = {
      argv,
      cwd: process.cwd(),
      env,
      statusFile,
      terminals: {
        stdout: stdout.isTTY ? stdout.columns : undefined,
        stderr: stderr.isTTY ? stderr.columns : undefined,
      },
    }
    writeFileSync(init, bootScript(machine, job), { mode: 0o755 })
    const kernel = [
      machine.kernel,
      `mem=${memory}`,
      'rootfstype=hostfs',
      'rw',
      'quiet',
      `init=${init}`,
      'con=null',
      'con0=null,fd:2',
      'con1=null,fd:3',
      'con2=null,fd:4',
    ]
    child = spawn('sh', ['-c', holder, 'sh', folder.name, ...kernel], {
      stdio: ['pipe', 'inherit', 'inherit', 'pipe', 'pipe'],
      env: { PATH: systemPath, HOME: folder.name },
      cwd: '/',
      // A signal that goes to all of our group, as from a terminal, must not end the one who ends the kernel.
      detached: true,
    })
    const [, , , out, err] = child.stdio
    if (out instanceof Readable) out.pipe(stdout, { end: false })
    if (err instanceof Readable) err.pipe(stderr, { end: false })
    await once(child, 'close')
    if (existsSync(statusFile)) return Number(readFileSync(statusFile, 'utf8'))
    throw new Fault(`User-Mode Linux ended before its time:\n${readFileSync(log, 'utf8').slice(-4000)}`)
  } finally {
    child?.stdin?.destroy()
    // Where the kernel did not end by itself, it is being removed already.
    rmSync(folder.name, { recursive: true, force: true })
  }
}
