#!/usr/bin/env node
import { Fault, messageOf, UsageError } from '../fault.ts'
import { packageVersion } from '../package-root.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'

// Each command is loaded when it is called: only `run` needs vitest, and its import costs a quarter of a second.
const loaders: Readonly<Record<string, () => Promise<CliCommand>>> = {
  run: async () => (await import('./run.ts')).run,
  list: async () => (await import('./list.ts')).list,
  explain: async () => (await import('./explain.ts')).explain,
  coverage: async () => (await import('./coverage.ts')).coverage,
  exec: async () => (await import('./exec.ts')).exec,
  doctor: async () => (await import('./doctor.ts')).doctor,
}

// Whoever reads the output may have seen enough, as in `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<ExitStatus> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (error instanceof UsageError) return complain(error, exitStatus.usage)
    if (error instanceof Fault) return complain(error, exitStatus.untrustworthy)
    process.stderr.write(`${error instanceof Error ? error.stack : messageOf(error)}\n`)
    return exitStatus.untrustworthy
  }
}

async function dispatch(args: readonly string[]): Promise<ExitStatus> {
  const [first = 'run', ...rest] = args
  if (first === '--version') return print(`${packageVersion}\n`)
  if (first === '--help' || first === '-h' || first === 'help') return print(await overview())
  const load = loaders[first]
  // `cni-conformance ./bin` is `cni-conformance run ./bin`.
  const command = await (load ?? loaders.run)?.()
  if (command === undefined) throw new Error('the command line has no commands')
  const own = load === undefined ? args : rest
  return own.includes('--help') || own.includes('-h') ? print(`${command.help}\n`) : command.run(own)
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const))
  return [
    'Tells whether CNI plugins keep the CNI specification, by running them in network sandboxes.',
    '',
    'Usage: cni-conformance [run] [dir] [options]',
    '       cni-conformance <command> [options]',
    '',
    'Commands:',
    ...commands.map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`),
    '',
    'cni-conformance <command> --help shows the options of a command.',
    '',
  ].join('\n')
}

function print(text: string): ExitStatus {
  process.stdout.write(text)
  return exitStatus.ok
}

function complain(error: Error, status: ExitStatus): ExitStatus {
  process.stderr.write(`cni-conformance: ${error.message}\n`)
  return status
}
