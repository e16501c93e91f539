import { readFileSync, statSync } from 'node:fs'
import { execa } from 'execa'
import type { Command } from '../../../spec/commands.ts'
import type { Json } from '../../../spec/json.ts'
import { Fault, UsageError } from '../../fault.ts'
import { type ChainMeans, concernsAttachment } from '../../invoke/chain.ts'
import { invoke, launch } from '../../invoke/invoke.ts'
import { packageRoot } from '../../package-root.ts'
import { lackingCapabilities } from '../../sandbox/capabilities.ts'
import { systemPath } from '../../sandbox/holder.ts'
import { Sandbox } from '../../sandbox/sandbox.ts'

/** What a program of iproute2 says about a network namespace. */
export interface KernelView {
  readonly side: 'container' | 'host'
  readonly command: readonly string[]
  /** Text, or what the text says where it was asked for as JSON. */
  readonly output: Json
}

/** Where the plugins run. */
export interface Place {
  /** What remains of it afterwards: of a sandbox nothing. */
  readonly kind: 'sandbox' | 'machine'
  /** The path of the container's network namespace, as plugins there see it. */
  readonly netns: string | undefined
  readonly execute: ChainMeans['execute']
  /** Shows what the kernel has now; only of a sandbox. */
  readonly look: () => Promise<readonly KernelView[]>
  readonly close: () => Promise<void>
}

/**
 * @param cniPath directories that plugins need
 * @param asJson how the kernel is looked at
 */
export async function openSandbox(cniPath: readonly string[], asJson: boolean): Promise<Place> {
  const sandbox = await Sandbox.create([...cniPath, packageRoot])
  const container = await sandbox.addContainer()
  const view = async (side: KernelView['side'], ...args: readonly string[]): Promise<KernelView> => {
    const command = ['ip', ...(asJson ? ['-j'] : []), ...args]
    const { stdout } = await (side === 'host' ? sandbox : container).execute('ip', command.slice(1))
    return { side, command, output: asJson ? JSON.parse(stdout || '[]') : stdout }
  }
  return {
    kind: 'sandbox',
    netns: container.netns,
    execute: (request) => invoke(sandbox, request),
    look: async () => [
      await view('container', 'addr'),
      await view('container', 'route'),
      await view('container', '-6', 'route'),
      await view('host', ...(asJson ? [] : ['-br']), 'addr'),
    ],
    close: () => sandbox.destroy(),
  }
}

/** This machine itself: the plugins run in its own network namespace, as those of a runtime do. */
export async function openMachine(netns: string | undefined, commands: readonly Command[]): Promise<Place> {
  const needy = commands.filter(concernsAttachment)
  if (needy.length > 0) demandRoot()
  // The namespace may be gone when DEL comes.
  if (netns !== undefined && needy.some((command) => command !== 'DEL')) await demandNamespace(netns)
  if (netns !== undefined) demandContainer(netns)
  return {
    kind: 'machine',
    netns,
    // Neither namespace nor privilege changes: unshare only waits, so that the plugin is ended like one in a sandbox.
    execute: (request) => launch(['unshare', '--fork', '--kill-child', '--'], request),
    look: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  }
}

function demandRoot(): void {
  const lacking = lackingCapabilities(readFileSync('/proc/self/status', 'utf8'), ['CAP_NET_ADMIN', 'CAP_SYS_ADMIN'])
  if (lacking.length === 0) return
  throw new Fault(`--netns needs ${lacking.join(' and ')}: run it as root, or use --sandbox, which needs no privilege`)
}

async function demandNamespace(netns: string): Promise<void> {
  const { exitCode, stderr } = await execa('nsenter', [`--net=${netns}`, '--', 'true'], {
    env: { PATH: systemPath, LC_ALL: 'C' },
    extendEnv: false,
    reject: false,
  })
  if (exitCode !== 0)
    throw new UsageError(`--netns ${netns} is no network namespace (${stderr.trim()}): ip netns add makes one`)
}

/** The network namespace of this machine is no container: an interface of a plugin would land among its own. */
function demandContainer(netns: string): void {
  const found = statSync(netns, { throwIfNoEntry: false })
  const own = statSync('/proc/self/ns/net')
  if (found?.dev !== own.dev || found.ino !== own.ino) return
  throw new UsageError(`--netns ${netns} is the network namespace of this machine itself, not that of a container`)
}
