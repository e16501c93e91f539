import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BaselineEntry } from '../../../spec/baseline.ts'
import { behaviours } from '../../../spec/behaviours.ts'
import { pluginTypes } from '../../../spec/plugin-types.ts'
import { testedRequirements } from '../../../spec/registry.ts'
import type { Target } from '../../../spec/target.ts'
import { UsageError } from '../../fault.ts'
import { nearest } from '../nearest.ts'
import { checksOf } from '../select-entries.ts'
import type { BaselineRequest } from './baseline.ts'

/**
 * Throws a UsageError when an entry names something that nobody knows: a slip of the pen would excuse nothing, and never be
 * found stale.
 */
export function checkNames({ path, baseline: { entries } }: BaselineRequest, targets: readonly Target[]): void {
  const plugins = knownPlugins(targets)
  const problems = entries.flatMap((entry, index) =>
    problemsOf(entry, plugins).map((text) => `entries[${index}]: ${text}`),
  )
  if (problems.length > 0) throw new UsageError([path, ...problems].join('\n  '))
}

function problemsOf({ target, requirement }: BaselineEntry, plugins: readonly string[]): readonly string[] {
  return [
    ...(plugins.includes(target) ? [] : [`nobody knows a plugin ${target}${suggestion(target, plugins)}`]),
    ...(tested.includes(requirement)
      ? []
      : [`there is no requirement ${requirement} that is tested${suggestion(requirement, tested)}`]),
  ]
}

/** The requirements and behaviours that checks test, and the checks. */
const tested = [...testedRequirements, ...behaviours].flatMap((entry) => [entry.id, ...checksOf(entry)])

/** The well-known types, and whatever lies in the directory: an entry may be about a plugin that this run leaves out. */
function knownPlugins(targets: readonly Target[]): readonly string[] {
  const directories = new Set(targets.map(({ path }) => dirname(path)))
  return [...pluginTypes, ...[...directories].flatMap((directory) => readdirSync(directory))]
}

function suggestion(name: string, candidates: readonly string[]): string {
  const found = nearest(name, candidates)
  return found === undefined ? '' : `: did you mean ${found}?`
}
