import { isUtf8 } from 'node:buffer'
import { accessSync, constants, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { execa } from 'execa'
import { isCommand } from '../../spec/commands.ts'
import type { Json } from '../../spec/json.ts'
import type { InvocationRecord } from '../../spec/report.ts'
import { messageOf } from '../fault.ts'
import { enterArguments } from '../sandbox/enter.ts'
import { systemPath } from '../sandbox/holder.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { classify, parseDocument } from './outcome.ts'
import { identifyTree, kill, terminate } from './process-tree.ts'
import type { Step } from './step.ts'

/** What to execute: exactly these variables, apart from PATH, and exactly this input. */
export interface InvocationRequest {
  /** Absolute path of the plugin. */
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  /** Bytes where they are not meant to be text. */
  readonly stdin: string | Uint8Array
  readonly timeoutMs: number
  /** When the plugin gets its input, for letting several begin at the same moment; immediately when absent. */
  readonly inputAfter?: Promise<unknown>
  /** When to kill the plugin with everything that it has started. */
  readonly killAfter?: Promise<unknown>
  /** It does not move on from where it is killed, so that there is no hurry. */
  readonly held?: boolean
}

/** An execution of a plugin, and the JSON document that it printed, if it printed one. */
export interface Invocation {
  readonly record: InvocationRecord
  readonly document: Json | undefined
}

/** The most that is read from each of standard output and standard error, in bytes. No result comes near it. */
export const maxOutputBytes = 1024 * 1024

/**
 * The command line that comes before the executable: a program of util-linux that starts it where it belongs, waits for it, and
 * ends as it ended.
 */
export type Launcher = readonly [program: string, ...args: string[]]

/**
 * Executes a plugin on the host of a sandbox and waits for its end, or for the deadline. Whatever the plugin does is data: this
 * throws only when the sandbox itself is gone.
 */
export async function invoke(sandbox: Sandbox, request: InvocationRequest): Promise<Invocation> {
  const invocation = await launch(['nsenter', ...enterArguments(sandbox.pid)], request)
  sandbox.steps.push(stepOf(invocation, request))
  return invocation
}

function stepOf({ record }: Invocation, { inputAfter, killAfter, held }: InvocationRequest): Step {
  const seconds = record.durationMs / 1000
  return {
    kind: 'invocation',
    record,
    ...(inputAfter === undefined ? {} : { together: true }),
    ...(killAfter === undefined ? {} : { killAfterSeconds: held === true ? Math.ceil(seconds) + 2 : seconds }),
  }
}

/** Executes a plugin by a launcher and waits for its end, or for the deadline. Whatever the plugin does is data. */
export async function launch(launcher: Launcher, request: InvocationRequest): Promise<Invocation> {
  const obstacle = whyNotExecutable(request.executable)
  const ending = obstacle === undefined ? await execute(launcher, request) : neverStarted(obstacle)
  const { CNI_COMMAND } = request.env
  const record: InvocationRecord = {
    command: isCommand(CNI_COMMAND) ? CNI_COMMAND : undefined,
    executable: request.executable,
    env: request.env,
    ...inputRecord(request.stdin),
    ...ending,
  }
  return { record, document: parseDocument(record.stdout) }
}

type InputRecord = Pick<InvocationRecord, 'stdin' | 'stdinBase64'>
type EndingRecord = Omit<InvocationRecord, 'command' | 'executable' | 'env' | keyof InputRecord>

async function execute(
  [program, ...args]: Launcher,
  { executable, env, stdin, timeoutMs, inputAfter, killAfter }: InvocationRequest,
): Promise<EndingRecord> {
  const start = performance.now()
  const child = execa(program, [...args, executable], {
    env: { PATH: systemPath, ...env },
    extendEnv: false,
    input: inputAfter === undefined ? stdin : Readable.from(heldBack(stdin, inputAfter)),
    encoding: 'buffer',
    maxBuffer: maxOutputBytes,
    stripFinalNewline: false,
    reject: false,
    cwd: '/',
  })
  const tree = child.pid === undefined ? undefined : identifyTree(child.pid)
  let timedOut = false
  let over = false
  void killAfter?.then(() => (tree === undefined || over ? undefined : kill(tree)))
  const deadline = setTimeout(() => {
    timedOut = true
    if (tree !== undefined) void terminate(tree)
  }, timeoutMs)
  const result = await child
  over = true
  clearTimeout(deadline)
  if (result.isMaxBuffer && tree !== undefined) await terminate(tree)

  const stdout = decode(result.stdout)
  const stderr = decode(result.stderr)
  // The launcher reports on its own standard error what the kernel said to its attempt to start the plugin.
  if (stderr.startsWith(`${program}: failed to execute`)) return neverStarted(stderr.trim())
  const exitCode = result.exitCode ?? null
  const flooded = result.isMaxBuffer
  const stopped = timedOut || flooded
  const signal = exitCode === null && !stopped ? (result.signal ?? null) : null
  return {
    stdout,
    stderr,
    truncated: flooded,
    exitCode: stopped ? null : exitCode,
    signal,
    outcome: classify({ exitCode, signal, timedOut, flooded, stdout }),
    durationMs: performance.now() - start,
  }
}

function inputRecord(stdin: string | Uint8Array): InputRecord {
  if (typeof stdin === 'string') return { stdin }
  return { stdin: decode(stdin), ...(isUtf8(stdin) ? {} : { stdinBase64: Buffer.from(stdin).toString('base64') }) }
}

async function* heldBack<T>(stdin: T, until: Promise<unknown>): AsyncGenerator<T> {
  await until
  yield stdin
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array())
}

function neverStarted(why: string): EndingRecord {
  return {
    stdout: '',
    stderr: why,
    truncated: false,
    exitCode: null,
    signal: null,
    outcome: 'not-executable',
    durationMs: 0,
  }
}

function whyNotExecutable(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return `${path} is not a file`
    accessSync(path, constants.X_OK)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}
