import { readFileSync } from 'node:fs'
import { type Coverage, coverageOf } from '../../spec/coverage/compare.ts'
import { isTextId, type TextId, texts } from '../../spec/known-sentence.ts'
import { knownSentences } from '../../spec/sentences.ts'
import { messageOf, UsageError } from '../fault.ts'
import { parseArguments } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { coveragePage } from './coverage/page.ts'
import { screenOf } from './screen.ts'

/** Compares a text of the specification with what this package encodes of it. */
export const coverage: CliCommand = {
  help: `Usage: cni-conformance coverage <SPEC.md|-> [options]

Finds the normative sentences of a text of the CNI specification (by the keywords of RFC 2119, and the steps of section 3),
and tells which of them are covered by requirements of this suite or excluded with a reason, which are changed or new, and
which are gone, in the order of the text. Exit status 1 if anything is changed, new or gone.

Options:
  --spec-version <v>   the text to compare with: ${texts.join(', ')}
                       (1.1.0 is the main branch); otherwise the one that has the most in common
  --differences        leave out what is covered
  --json               the same as data`,
  run: runCoverage,
}

async function runCoverage(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, {
    'spec-version': { type: 'string' },
    differences: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const)
  const [path, ...surplus] = positionals
  if (path === undefined || surplus.length > 0) {
    throw new UsageError(
      'coverage takes one file with a text of the specification, such as SPEC.md, or - for standard input',
    )
  }
  const result = coverageOf(read(path), knownSentences, textOf(values['spec-version']))
  if (!result.findings.some(({ state }) => state !== 'gone')) {
    throw new UsageError(`${path} has no normative sentence: is it a text of the CNI specification?`)
  }
  const wanted = values.differences === true ? ['changed', 'new', 'gone'] : undefined
  const shown = result.findings.filter(({ state }) => wanted?.includes(state) ?? true)
  const text =
    values.json === true
      ? `${JSON.stringify({ baseline: result.baseline, findings: shown }, null, 2)}\n`
      : coveragePage(screenOf(process.stdout), result, shown)
  process.stdout.write(text)
  return isComplete(result) ? exitStatus.ok : exitStatus.notConformant
}

function isComplete({ findings }: Coverage): boolean {
  return findings.every(({ state }) => state === 'covered')
}

function textOf(name: string | undefined): TextId | undefined {
  if (name === undefined || isTextId(name)) return name
  throw new UsageError(`--spec-version takes one of ${texts.join(', ')}, not ${JSON.stringify(name)}`)
}

function read(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${messageOf(error)}`)
  }
}
