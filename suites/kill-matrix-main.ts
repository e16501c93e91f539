import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { takeKernel } from '../runner/cli/kernel.ts'
import { runOnUserModeLinux } from '../runner/kernel/user-mode-linux.ts'
import { type BehaviourMatrix, behaviourMatrix } from './behaviour-matrix.ts'
import { type Kill, killMatrix, type MatrixPart } from './kill-matrix.ts'

// `npm run mutants [-- <part of a mutant's name> … --requirement <glob> … --declared | --thorough | --complete]`, for the mutants of
// behaviours with --behaviours, on another kernel with --kernel uml, or with --json for the self-test.
const { kernel, rest } = takeKernel(process.argv.slice(2))
const { values, positionals } = parseArgs({
  args: [...rest],
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    behaviours: { type: 'boolean' },
    complete: { type: 'boolean' },
    thorough: { type: 'boolean' },
    declared: { type: 'boolean' },
    requirement: { type: 'string', multiple: true, default: [] },
  },
})
const effort = (['complete', 'thorough', 'declared'] as const).find((name) => values[name] === true) ?? 'sample'
const part: MatrixPart = { mutants: positionals, requirements: values.requirement, effort }
const jobs = 4 * availableParallelism()

if (kernel === 'uml') process.exitCode = await runOnUserModeLinux([process.execPath, import.meta.filename, ...rest])
else await judge()

async function judge(): Promise<void> {
  const matrix: BehaviourMatrix =
    values.behaviours === true ? await behaviourMatrix(part, jobs) : { ...(await killMatrix(part, jobs)), leftOut: [] }
  const lines = [...matrix.kills.map(line), ...matrix.leftOut.map(absence), '', summary(matrix)]
  process.stdout.write(values.json === true ? `${JSON.stringify(matrix)}\n` : `${lines.join('\n')}\n`)
  process.exitCode = matrix.kills.every(isExact) ? 0 : 1
}

function line(kill: Kill): string {
  const list = (ids: readonly string[]) => ids.join(' ') || 'nothing'
  if (isExact(kill)) return `killed    ${kill.mutant}: ${list(kill.found)}`
  const verdict = kill.errors.length > 0 ? 'error' : kill.found.length === 0 ? 'survived' : 'inexact'
  return `${verdict.padEnd(10)}${kill.mutant}: found ${list(kill.found)}, declared ${list(kill.declared)} ${kill.errors.join('; ')}`
}

function absence({ mutant, reason }: BehaviourMatrix['leftOut'][number]): string {
  return `left out  ${mutant}: ${reason}`
}

function isExact({ declared, found, errors }: Kill): boolean {
  return errors.length === 0 && declared.join() === found.join()
}

function summary({ kills, unproved, cases, spared }: BehaviourMatrix): string {
  const exact = kills.filter(isExact).length
  // What some mutants do not prove, others may.
  const isWhole = positionals.length === 0
  const lacks = unproved.length === 0 || !isWhole ? '' : `; checks that accuse none: ${unproved.join(' ')}`
  return `${exact} of ${kills.length} mutants killed as declared, by ${cases} cases; ${spared} more were spared${lacks}`
}
