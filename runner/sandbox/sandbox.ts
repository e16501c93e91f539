import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../fault.ts'
import type { Step } from '../invoke/step.ts'
import { Container } from './container.ts'
import { type Completed, type EnterOptions, enter } from './enter.ts'
import { type Holder, startHolder } from './holder.ts'
import type { SandboxOptions } from './setup-script.ts'

/** A process of a sandbox. */
export interface Process {
  /** As the sandbox numbers it. */
  readonly pid: number
  /** Its arguments, joined by spaces. */
  readonly command: string
}

/**
 * The kernel takes a namespace apart in the background, and the far ends of its links with it. Who compares the host before and
 * after must not see them go. It is waited for no longer than two seconds: a process in the container keeps them.
 */
const removal = `
set -e
ends=$(ip -n "$1" -o link show type veth | sed -n 's/^\\([0-9]*\\): [^@]*@if\\([0-9]*\\):.*/^\\2:.[^@]*@if\\1:/p')
ip netns del "$1"
tries=0
for end in $ends; do
  while [ "$tries" -lt 100 ] && ip -o link show type veth | grep -q "$end"; do
    tries=$((tries + 1))
    sleep 0.02
  done
done
`

/**
 * A private "host": network, mount and process namespaces in which plugins run as they would on a machine, with any number of
 * containers in it. It vanishes with this process.
 */
export class Sandbox {
  /** Everything that was done to it, in order: the material of a reproducer. */
  readonly steps: Step[] = []
  readonly #holder: Holder
  #containers = 0

  private constructor(holder: Holder) {
    this.#holder = holder
  }

  /** @param visible absolute directories that plugins need even where a sandbox hides what lies around them */
  static async create(visible: readonly string[] = [], options: SandboxOptions = {}): Promise<Sandbox> {
    return new Sandbox(await startHolder(visible, options))
  }

  /** Process 1 of the sandbox, as this machine numbers it. */
  get pid(): number {
    return this.#holder.pid
  }

  /** Runs a trusted program without leaving a trace in `steps`: for looking. */
  execute(command: string, args: readonly string[], options?: EnterOptions): Promise<Completed> {
    return enter(this.pid, command, args, options)
  }

  /** Changes the sandbox with a trusted program, which has to succeed. */
  async run(argv: readonly string[], container?: Container): Promise<void> {
    const netns = container?.netns ?? null
    this.steps.push({ kind: 'command', netns, argv })
    await this.#demand(argv, netns === null ? {} : { netns })
  }

  /** Makes a container: a network namespace under /run/netns with its loopback interface down, as a runtime would. */
  async addContainer(name = `ctr-${++this.#containers}`): Promise<Container> {
    const container = new Container(this, name)
    this.steps.push({ kind: 'container', netns: container.netns })
    await this.#demand(['ip', 'netns', 'add', name])
    return container
  }

  /** When this resolves, the links of the host that led into the container are gone too, unless something keeps it alive. */
  async removeContainer(container: Container): Promise<void> {
    this.steps.push({ kind: 'remove-container', netns: container.netns })
    await this.#demand(['sh', '-c', removal, 'sh', container.name])
  }

  /** Writes a file as the sandbox sees it, with the directories above it. */
  async writeFile(path: string, content: string, mode = 0o644): Promise<void> {
    this.steps.push({ kind: 'file', path, content, mode })
    await mkdir(dirname(this.#outside(path)), { recursive: true })
    await writeFile(this.#outside(path), content, { mode })
  }

  /** The content of a file as the sandbox sees it; undefined when it is not there. */
  async readFile(path: string): Promise<string | undefined> {
    return readFile(this.#outside(path), 'utf8').catch(() => undefined)
  }

  async removeFile(path: string): Promise<void> {
    await rm(this.#outside(path), { recursive: true, force: true })
  }

  /** Everything that runs in it, itself included. What has ended and was not waited for does not run. */
  async processes(): Promise<readonly Process[]> {
    const pids = (await readdir(this.#outside('/proc'))).filter((name) => /^\d+$/.test(name))
    const found = await Promise.all(
      pids.map(async (pid) => {
        // Empty for what has ended.
        const args = await this.readFile(`/proc/${pid}/cmdline`)
        return args === undefined || args === ''
          ? []
          : [{ pid: Number(pid), command: args.split('\0').join(' ').trim() }]
      }),
    )
    return found.flat()
  }

  async destroy(): Promise<void> {
    await this.#holder.end()
  }

  /** The same file by a path of this process: the kernel shows every process's root directory in /proc. */
  #outside(path: string): string {
    return `/proc/${this.pid}/root${path}`
  }

  async #demand(argv: readonly string[], options?: EnterOptions): Promise<void> {
    const [command = '', ...args] = argv
    const { exitCode, stderr } = await this.execute(command, args, options)
    if (exitCode !== 0) throw new Fault(`in the sandbox, ${argv.join(' ')} ended with ${exitCode}: ${stderr.trim()}`)
  }
}
