import { setTimeout as delay } from 'node:timers/promises'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import { locatePlugin } from '../../runner/invoke/locate.ts'
import { systemPath } from '../../runner/sandbox/holder.ts'
import { shellQuote } from '../../runner/shell-quote.ts'
import { isJsonObject } from '../../spec/json.ts'
import type { CheckContext } from './context.ts'
import type { CallOptions } from './plugin.ts'

/** A moment in an execution of the plugin. */
export interface Moment {
  /** As the end of a sentence: `before it ran nft (3 of 7)`. */
  readonly words: string
  readonly hold: Checkpoint | Fraction
}

/** The checkpoint that an execution comes to as the n-th, counted from 1. */
interface Checkpoint {
  readonly kind: 'checkpoint'
  readonly number: number
}

/** Milliseconds after the start. */
interface Fraction {
  readonly kind: 'time'
  readonly milliseconds: number
}

/** Knows where the plugin is, and stops it there. */
export interface Checkpoints {
  /** Makes an undisturbed call, and returns at most `count` moments that such a call can be killed at, in order. */
  survey: (call: WatchedCall, count: number) => Promise<Survey>
  /** Makes a call and kills it at a moment, with all that it started. It may come to its end if it does not get there. */
  killAt: (moment: Moment, call: WatchedCall) => Promise<Invocation>
}

export interface Survey {
  readonly invocation: Invocation
  readonly moments: readonly Moment[]
}

type WatchedCall = (options: Pick<CallOptions, 'env' | 'killAfter' | 'held'>) => Promise<Invocation>

/** Programs by which plugins change the system. What starts others, such as nsenter, is left out: the others count. */
const programs = [
  'bridge',
  'conntrack',
  'ebtables',
  'ethtool',
  'flock',
  'ip',
  'ip6tables',
  'ip6tables-restore',
  'ip6tables-save',
  'ipset',
  'iptables',
  'iptables-restore',
  'iptables-save',
  'nft',
  'sysctl',
  'tc',
] as const

/** A plugin that comes to fewer checkpoints works in other ways, so that time has to tell where it is. */
const fewCheckpoints = 2

const directory = '/run/cni-conformance/checkpoints'

/** Puts stand-ins for programs and for the IPAM plugin into the sandbox, which hold the plugin at the checkpoints. */
export async function installCheckpoints({ sandbox, configuration, cniPath }: CheckContext): Promise<Checkpoints> {
  await sandbox.writeFile(`${directory}/pass`, pass)
  for (const file of ['passed', 'reached', 'number']) await sandbox.writeFile(`${directory}/${file}`, '')
  for (const name of programs) {
    const program = locatePlugin(name, systemPath.split(':'))
    if (program !== undefined) await sandbox.writeFile(`${directory}/programs/${name}`, runs(name, program), 0o755)
  }
  const ipam = configuration?.plugin.ipam
  const type = isJsonObject(ipam) && typeof ipam.type === 'string' ? ipam.type : undefined
  const delegate = type === undefined ? undefined : locatePlugin(type, cniPath)
  const path = [...cniPath]
  if (type !== undefined && delegate !== undefined) {
    await sandbox.writeFile(`${directory}/delegates/${type}`, delegatesTo(type, delegate), 0o755)
    path.unshift(`${directory}/delegates`)
  }
  const env = { PATH: `${directory}/programs:${systemPath}`, CNI_PATH: path.join(':') }
  const read = async (file: string) => (await sandbox.readFile(`${directory}/${file}`)) ?? ''
  const begin = async (number: number) => {
    await sandbox.writeFile(`${directory}/passed`, '')
    await sandbox.writeFile(`${directory}/reached`, '')
    await sandbox.writeFile(`${directory}/number`, `${number}\n`)
  }
  return {
    survey: async (call, count) => {
      await begin(0)
      const invocation = await call({ env })
      const passed = (await read('passed')).split('\n').filter((line) => line !== '')
      const checkpoints = passed.map((words, index) => ({
        words: `${words} (${index + 1} of ${passed.length})`,
        hold: { kind: 'checkpoint', number: index + 1 } as const,
      }))
      const moments = passed.length < fewCheckpoints ? [...checkpoints, ...fractions(invocation)] : checkpoints
      return { invocation, moments: spread(moments, count) }
    },
    killAt: async ({ hold }, call) => {
      await begin(hold.kind === 'checkpoint' ? hold.number : 0)
      const end = new AbortController()
      const isThere = async () => (await read('reached')) !== ''
      const killAfter = hold.kind === 'time' ? delay(hold.milliseconds) : poll(isThere, end.signal)
      const invocation = await call({ env, killAfter, held: hold.kind === 'checkpoint' })
      end.abort()
      return invocation
    },
  }
}

/** Resolves when something is so, or when there is nothing to wait for any more. */
async function poll(isSo: () => Promise<boolean>, end: AbortSignal): Promise<void> {
  while (!end.aborted && !(await isSo())) await delay(5)
}

/** Moments over the time that an execution took, from its start to its end. */
function fractions({ record }: Invocation): readonly Moment[] {
  return [0.4, 0.6, 0.8].map((fraction) => ({
    words: `when it had run for ${Math.round(fraction * 100)} % of the time that it takes`,
    hold: { kind: 'time', milliseconds: fraction * record.durationMs } as const,
  }))
}

/** At most `count` of them, from the first to the last. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all
  return Array.from({ length: count }, (_, index) => Math.round((index * (all.length - 1)) / (count - 1))).flatMap(
    (index) => all.slice(index, index + 1),
  )
}

/** Counts what the plugin comes to, and stays at the one whose number is asked for. */
const pass = `pass() {
  echo "$1" >>${directory}/passed
  passed=0
  while read -r _; do passed=$((passed + 1)); done <${directory}/passed
  read -r number <${directory}/number
  [ "$passed" -ne "$number" ] || {
    echo "$1" >${directory}/reached
    exec sleep 3600
  }
}
`

function runs(name: string, program: string): string {
  return `#!/bin/sh
. ${directory}/pass
pass 'before it ran ${name}'
exec ${shellQuote(program)} "$@"
`
}

function delegatesTo(type: string, executable: string): string {
  return `#!/bin/sh
. ${directory}/pass
pass ${shellQuote(`before it ran ${type}`)}
${shellQuote(executable)} "$@"
status=$?
pass ${shellQuote(`when ${type} had answered`)}
exit $status
`
}
