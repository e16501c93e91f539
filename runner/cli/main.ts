#!/usr/bin/env node
import { Fault, messageOf, UsageError } from '../fault.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { knowingKernel, takeKernel } from './kernel.ts'

interface Entry {
  /** One line for the list of commands. */
  readonly summary: string
  readonly load: () => Promise<CliCommand>
}

// Each command is loaded when it is called: only `run` needs vitest, and its import costs a quarter of a second.
const commands = {
  run: {
    summary: 'judge the plugins in a directory (the default)',
    load: async () => (await import('./run.ts')).run,
  },
  list: {
    summary: 'list the requirements, with their levels, versions and checks',
    load: async () => (await import('./list.ts')).list,
  },
  explain: {
    summary: 'explain a requirement: what it says, why, how it is tested, what breaks it',
    load: async () => (await import('./explain.ts')).explain,
  },
  validate: {
    summary: 'validate network configurations, requests and results against the schemas',
    load: async () => (await import('./validate.ts')).validate,
  },
  coverage: {
    summary: 'say what of a text of the specification is encoded here',
    load: async () => (await import('./coverage.ts')).coverage,
  },
  exec: {
    summary: 'be the runtime for a network configuration, and show each step',
    load: async () => (await import('./exec.ts')).exec,
  },
  doctor: {
    summary: 'can this machine run everything, and what is missing?',
    load: async () => (await import('./doctor.ts')).doctor,
  },
} as const satisfies Readonly<Record<string, Entry>>

const overview = `Tells whether CNI plugins keep the CNI specification, by running them in network sandboxes.

Usage: cni-conformance [run] [dir] [options]
       cni-conformance <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

cni-conformance <command> --help shows the options of a command.
`

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
  if (first === '--version') return print(`${(await import('../package-root.ts')).packageVersion}\n`)
  if (first === '--help' || first === '-h' || first === 'help') return print(overview)
  const named = isCommandName(first)
  // `cni-conformance ./bin` is `cni-conformance run ./bin`.
  const command = await commands[named ? first : 'run'].load()
  const own = named ? rest : args
  if (own.includes('--help') || own.includes('-h')) return print(`${command.help}\n`)
  if (command.onSlowMachine === undefined) return command.run(own)
  const { kernel, rest: forAnyKernel } = takeKernel(own)
  if (kernel === 'host') return command.run(forAnyKernel)
  const { runOnUserModeLinux } = await import('../kernel/user-mode-linux.ts')
  const { execPath, execArgv, argv } = process
  const program = [...knowingKernel(kernel), execPath, ...execArgv, argv[1] ?? '']
  const status = await runOnUserModeLinux([
    ...program,
    named ? first : 'run',
    ...command.onSlowMachine,
    ...forAnyKernel,
  ])
  return Object.values(exitStatus).find((known) => known === status) ?? exitStatus.untrustworthy
}

function isCommandName(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word)
}

function print(text: string): ExitStatus {
  process.stdout.write(text)
  return exitStatus.ok
}

function complain(error: Error, status: ExitStatus): ExitStatus {
  process.stderr.write(`cni-conformance: ${error.message}\n`)
  return status
}
