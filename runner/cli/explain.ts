import { checkIds, requirements } from '../../spec/registry.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { sections, sectionUrl } from '../../spec/sections.ts'
import { stands } from '../../spec/stands.ts'
import { UsageError } from '../fault.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, exitStatus } from './command.ts'
import { validityOf } from './list.ts'

/** Says what a requirement means. */
export const explain: CliCommand = {
  summary: 'explain a requirement: what it says, where, and how it is read',
  help: `Usage: cni-conformance explain <id>

Explains a requirement such as DEL-003: its statement, the section of the specification, and how a doubtful text is read.`,
  run: async (args) => {
    const { positionals } = parseArguments(args, {})
    const [wanted, ...surplus] = positionals
    if (wanted === undefined || surplus.length > 0)
      throw new UsageError('explain takes the id of one requirement, such as DEL-003')
    // The id of a check is as good: it begins with the requirement's.
    const id = wanted.split('/')[0]?.toUpperCase()
    const found = requirements.find((requirement) => requirement.id === id)
    if (found === undefined) throw new UsageError(`there is no requirement ${wanted}: see cni-conformance list`)
    process.stdout.write(`${explanation(found)}\n`)
    return exitStatus.ok
  },
}

function explanation(requirement: Requirement): string {
  const { id, statement, section, kinds, stand, contested } = requirement
  return [
    `${id}: ${statement}`,
    '',
    `level     ${validityOf(requirement)}`,
    `binds     ${kinds.join(', ')} plugins`,
    `section   ${sections[section].title}`,
    `          ${sectionUrl(section)}`,
    `checks    ${checkIds(requirement).join('\n          ')}`,
    ...(stand === undefined
      ? []
      : [
          '',
          `The text can be read in more than one way (${stand}).`,
          stands[stand].question,
          stands[stand].answer,
          stands[stand].reason,
        ]),
    ...(contested ? ['', 'It is contested: a violation is a warning unless the run is strict.'] : []),
  ].join('\n')
}
