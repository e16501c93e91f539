import { dirname } from 'node:path'
import type { Json, JsonObject } from '../../spec/json.ts'
import type { CaseResult, Report } from '../../spec/report.ts'
import { shellCommand } from '../shell-quote.ts'
import { checkId } from './check-id.ts'

/** The options of a run on which the outcome of a single case depends. */
const inherited = ['conf', 'config', 'strict', 'timeout', 'kernel', 'fuzz', 'seed'] as const

/**
 * The command line that runs just the check of this result again, quoted for a shell, in parts between which a line may be broken:
 * an option stays with its value.
 */
export function repeatCommand(
  result: CaseResult,
  { options, targets }: Pick<Report, 'options' | 'targets'>,
): readonly string[] {
  const target = targets.find(({ name }) => name === result.target)
  return [
    target === undefined ? ['cni-conformance'] : ['cni-conformance', dirname(target.path)],
    ['--only', result.target],
    ...(result.specVersion === null ? [] : [['--spec-version', result.specVersion]]),
    ['--requirement', checkId(result)],
    ...inherited.flatMap((name) => optionWords(name, options)),
  ].map(shellCommand)
}

function optionWords(name: string, options: JsonObject): readonly (readonly string[])[] {
  const value = options[name]
  return (Array.isArray(value) ? value : [value]).flatMap((item: Json | undefined) => {
    if (item === true) return [[`--${name}`]]
    return typeof item === 'string' || typeof item === 'number' ? [[`--${name}`, String(item)]] : []
  })
}
