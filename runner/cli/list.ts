import { checkIds, requirements } from '../../spec/registry.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { paint, paragraph, type TerminalOptions } from '../report/terminal/page.ts'
import { addresseeOf } from './addressee.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { screenOf } from './screen.ts'
import { selectRequirements } from './select-requirements.ts'
import { validityOf } from './validity.ts'

/** Lists what the specification demands, and what is tested of it. */
export const list: CliCommand = {
  help: `Usage: cni-conformance list [<id…>] [--json]

Lists the requirements of the specification: id, statement, level and versions, whom they bind, and the checks or why
there are none.
Without ids, all of them. An id is that of a requirement (DEL-003), a group (DEL) or a pattern (*-003).

Options:
  --json   the same as data`,
  run: runList,
}

async function runList(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } } as const)
  const selected = positionals.length === 0 ? requirements : selectRequirements(positionals)
  const screen = screenOf(process.stdout)
  const text =
    values.json === true
      ? JSON.stringify(selected, null, 2)
      : selected.map((requirement) => entry(screen, requirement)).join('\n')
  process.stdout.write(`${text}\n`)
  return exitStatus.ok
}

const idWidth = 14

function entry(page: TerminalOptions, requirement: Requirement): string {
  const { id, statement, untested } = requirement
  const texts = [
    statement,
    `${validityOf(requirement)}; ${addresseeOf(requirement)}`,
    untested === undefined ? `checks: ${checkIds(requirement).join(' ')}` : `not tested: ${untested}`,
  ]
  const [first = '', ...rest] = texts.flatMap((text) => paragraph(page, idWidth, text))
  return [paint(page, ['bold'], id) + first.slice(id.length), ...rest].join('\n')
}
