import { UsageError } from '../fault.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { isBehaviour, selectEntries } from './select-entries.ts'

/** Says what a requirement means, or what a behaviour promises. */
export const explain: CliCommand = {
  help: `Usage: cni-conformance explain <id…> [--json]

Explains requirements: the statement, whom it binds, where the specification says so and why, how it is tested, how a
doubtful text is read, the usual causes of a violation, and plugins that are known to deviate. Of behaviours it says
what is promised, and where.

An id is that of a requirement (DEL-003), of a check (DEL-003/three-times), of a behaviour (BEHAVIOUR-bridge), a group
(DEL) or a pattern (DEL-*).

Options:
  --json   the same as data, a list with an entry for each requirement or behaviour`,
  run: runExplain,
}

async function runExplain(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } } as const)
  if (positionals.length === 0) throw new UsageError('explain takes the id of a requirement, such as DEL-003')
  const selected = selectEntries(positionals)
  // The texts are long, and the overview of all commands loads this file for one line.
  const [{ explanations }, { behaviourData, behaviourPage }] = await Promise.all([
    import('../../spec/explanations.ts'),
    import('./explain/behaviour.ts'),
  ])
  if (values.json === true) {
    const { explanationData } = await import('./explain/data.ts')
    const entries = selected.map((entry) =>
      isBehaviour(entry) ? behaviourData(entry) : explanationData(entry, explanations.get(entry.id)),
    )
    process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`)
  } else {
    const [{ explanationPage }, { screenOf }] = await Promise.all([import('./explain/page.ts'), import('./screen.ts')])
    const screen = screenOf(process.stdout)
    const pages = selected.map((entry) =>
      isBehaviour(entry) ? behaviourPage(screen, entry) : explanationPage(screen, entry, explanations.get(entry.id)),
    )
    process.stdout.write(pages.join('\n\n'))
  }
  return exitStatus.ok
}
