import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** What identifies the processes of an invocation, also after their parents are gone. */
export interface ProcessTree {
  readonly root: number
  /** What the kernel calls its standard output and error: whoever still has one of them open belongs to it. */
  readonly streams: readonly string[]
}

/** To be called right after the start, while the root is sure to be there. */
export function identifyTree(root: number): ProcessTree {
  return {
    root,
    streams: [1, 2].map((descriptor) => linkOf(root, String(descriptor))).filter((link) => link !== ''),
  }
}

/**
 * Ends all processes of an invocation: SIGTERM, a moment to clean up, SIGKILL, again until none is left.
 *
 * A plugin in a process namespace is not a child of this process, and what it left running has no parent of ours at all, so
 * neither a process group nor the tree of parents is enough.
 */
export async function terminate(tree: ProcessTree, graceMs = 500): Promise<void> {
  if (signal(members(tree), 'SIGTERM') === 0) return
  await delay(graceMs)
  for (let round = 0; round < 20 && signal(members(tree), 'SIGKILL') > 0; round++) await delay(20)
}

/**
 * Kills all processes of an invocation as if the power went: none of them gets to do anything about it, or to see another one
 * gone. So all are stopped first. The kernel lets a process that is to stop make no further one.
 */
export async function kill(tree: ProcessTree): Promise<void> {
  const stopped = new Set<number>()
  for (;;) {
    const running = members(tree).filter((pid) => !stopped.has(pid))
    if (running.length === 0) break
    signal(running, 'SIGSTOP')
    for (const pid of running) stopped.add(pid)
  }
  signal([...stopped], 'SIGKILL')
  // nsenter stops itself when its child has stopped, perhaps only now, and has to go on to tell us of the end.
  for (let round = 0; round < 500 && signal([tree.root], 'SIGCONT') > 0; round++) await delay(10)
}

function members(tree: ProcessTree): readonly number[] {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid))
  }
  // nsenter itself ends with its child, and tells us how: only what is below it is killed.
  return [...parents.keys()].filter(
    (pid) =>
      pid !== tree.root && pid !== process.pid && (descends(pid, tree.root, parents) || holds(pid, tree.streams)),
  )
}

function descends(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = parents.get(pid); at !== undefined && at !== 0; at = parents.get(at)) if (at === ancestor) return true
  return false
}

function holds(pid: number, streams: readonly string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((descriptor) => streams.includes(linkOf(pid, descriptor)))
  } catch {
    return false
  }
}

function linkOf(pid: number, descriptor: string): string {
  try {
    return readlinkSync(`/proc/${pid}/fd/${descriptor}`)
  } catch {
    return ''
  }
}

/** The name of a program may hold spaces and parentheses, so the fields are counted from its end. */
function parentOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? 0 : Number(fields[1])
  } catch {
    return 0
  }
}

/** Returns how many there were to signal. */
function signal(pids: readonly number[], name: NodeJS.Signals): number {
  return pids.filter((pid) => {
    try {
      return process.kill(pid, name)
    } catch {
      return false
    }
  }).length
}
