import { checkIds, requirements } from '../../spec/registry.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { UsageError } from '../fault.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'

/** Lists what is tested. */
export const list: CliCommand = {
  summary: 'list the requirements, with their levels, versions and checks',
  help: `Usage: cni-conformance list [--json]

Lists the requirements of the specification that are tested: id, level and versions, kinds of plugins, statement, checks.`,
  run: async (args) => {
    const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
    if (positionals.length > 0) throw new UsageError(`list takes no arguments: ${positionals.join(' ')} is too much`)
    const text = values.json === true ? JSON.stringify(requirements, null, 2) : requirements.map(describe).join('\n')
    process.stdout.write(`${text}\n`)
    return exitStatus.ok satisfies ExitStatus
  },
}

function describe(requirement: Requirement): string {
  const { id, statement, kinds } = requirement
  return [
    `${id.padEnd(14)}${statement}`,
    `${''.padEnd(14)}${validityOf(requirement)}; ${kinds.join(', ')}`,
    `${''.padEnd(14)}checks: ${checkIds(requirement).join(' ')}`,
  ].join('\n')
}

/** `should from 0.3.0 to 0.4.0, must from 1.0.0`. */
export function validityOf({ holds, contested }: Requirement): string {
  const spans = holds.map(({ level, from, to }) => `${level} from ${from}${to === undefined ? '' : ` to ${to}`}`)
  return `${spans.join(', ')}${contested ? ' (contested)' : ''}`
}
