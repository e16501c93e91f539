import { behaviourStatement } from '../../spec/behaviours.ts'
import { paint, paragraph, type TerminalOptions } from '../report/terminal/page.ts'
import { addresseeOf } from './addressee.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { screenOf } from './screen.ts'
import { allEntries, checksOf, type Entry, isBehaviour, selectEntries } from './select-entries.ts'
import { validityOf } from './validity.ts'

/** Lists what the specification demands and what well-known types of plugins are documented to do, and what is tested of it. */
export const list: CliCommand = {
  help: `Usage: cni-conformance list [<id…>] [--json]

Lists the requirements of the specification: id, statement, level and versions, whom they bind, and the checks or why
there are none. Then what well-known types of plugins are documented to do, with the checks.
Without ids, all of them. An id is that of a requirement (DEL-003), a group (DEL, BEHAVIOUR) or a pattern (*-003).

Options:
  --json   the same as data`,
  run: runList,
}

async function runList(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } } as const)
  const selected = positionals.length === 0 ? allEntries : selectEntries(positionals)
  const screen = screenOf(process.stdout)
  const text =
    values.json === true
      ? JSON.stringify(selected.map(dataOf), null, 2)
      : selected.map((entry) => listed(screen, entry)).join('\n')
  process.stdout.write(`${text}\n`)
  return exitStatus.ok
}

/** Requirements are plain data already. */
function dataOf(entry: Entry): object {
  return isBehaviour(entry) ? { ...entry, checks: Object.fromEntries(entry.checks) } : entry
}

/** Wide enough for the ids of requirements; a longer one has a line of its own. */
const idWidth = 14

function listed(page: TerminalOptions, entry: Entry): string {
  const { id } = entry
  const lines = textsOf(entry).flatMap((text) => paragraph(page, idWidth, text))
  const name = paint(page, ['bold'], id)
  const [first = '', ...rest] = lines
  return (id.length < idWidth ? [name + first.slice(id.length), ...rest] : [name, ...lines]).join('\n')
}

function textsOf(entry: Entry): readonly string[] {
  const checks = `checks: ${checksOf(entry).join(' ')}`
  if (isBehaviour(entry)) {
    return [behaviourStatement(entry), `documented at ${entry.documentation}`, checks]
  }
  return [
    entry.statement,
    `${validityOf(entry)}; ${addresseeOf(entry)}`,
    entry.untested === undefined ? checks : `not tested: ${entry.untested}`,
  ]
}
