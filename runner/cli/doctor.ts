import { type Finding, isFit } from '../doctor/finding.ts'
import { examineNode } from '../doctor/node.ts'
import { Fault, UsageError } from '../fault.ts'
import { packageVersion } from '../package-root.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'

const help = `Usage: cni-conformance doctor [--json]

Tells whether this machine can run everything, what is missing, what that is needed for, and how to get it.

Options:
  --json             the same as data
  --kernel host|uml  look at this machine (the default), or at one in User-Mode Linux

Exit status: 0 everything is there that cannot be done without, 2 wrong usage, 3 something of that is missing.`

/** Looks at the machine. */
export const doctor: CliCommand = {
  help,
  onSlowMachine: [],
  run: runDoctor,
}

async function runDoctor(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } } as const)
  if (positionals.length > 0) throw new UsageError(`doctor takes no arguments, and there is ${positionals.join(' ')}`)
  const platform = examineNode()
  const unfit = platform.find(({ present }) => !present)
  // The rest is not even loaded: it is written for the platform that is missing.
  if (unfit !== undefined) throw new Fault(`${unfit.name} is needed, and this is ${unfit.detail}: ${unfit.remedy}`)
  const { examineMachine } = await import('../doctor/examine.ts')
  const findings = [...platform, ...(await examineMachine())]
  process.stdout.write(values.json ? asJson(findings) : await asTable(findings))
  return isFit(findings) ? exitStatus.ok : exitStatus.untrustworthy
}

function asJson(findings: readonly Finding[]): string {
  const tool = { name: 'cni-conformance', version: packageVersion }
  const fit = isFit(findings)
  return `${JSON.stringify({ format: 'cni-conformance/doctor', formatVersion: 1, tool, fit, findings }, null, 2)}\n`
}

async function asTable(findings: readonly Finding[]): Promise<string> {
  const [{ doctorTable }, { screenOf }] = await Promise.all([import('../doctor/table.ts'), import('./screen.ts')])
  return doctorTable(screenOf(process.stdout), findings)
}
