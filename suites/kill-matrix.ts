import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tmp from 'tmp'
import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { mutants } from '../fixtures/mutants.ts'
import { profiles } from '../fixtures/profiles.ts'
import { runSuites } from '../runner/engine/run-suites.ts'
import { packageRoot } from '../runner/package-root.ts'
import { join as joinResults } from '../runner/report/join.ts'
import { describeTarget, referencePlugins } from '../runner/targets/discover.ts'
import { plan } from '../spec/plan.ts'
import { testedRequirements } from '../spec/registry.ts'
import type { CaseResult } from '../spec/report.ts'
import type { Target } from '../spec/target.ts'

/** What the suites found in one mutant. */
export interface Kill {
  readonly mutant: string
  readonly declared: readonly string[]
  /** The requirements that the suites accuse it of. */
  readonly found: readonly string[]
  /** Cases that ended with an error of the tool, or not at all: nothing can be said then. */
  readonly errors: readonly string[]
}

export interface KillMatrix {
  readonly kills: readonly Kill[]
  /** Requirements that no mutant violates: their checks are not proved. */
  readonly unproved: readonly string[]
  readonly cases: number
}

/** A part of the matrix; everything where nothing is said. */
export interface MatrixPart {
  /** Parts of the names of mutants. */
  readonly mutants: readonly string[]
  /** Globs over the ids of requirements: for the others, the mutants are neither judged nor expected to be found. */
  readonly requirements: readonly string[]
}

/** Judges mutants as if they were plugins of somebody else. */
export async function killMatrix(part: MatrixPart, jobs: number): Promise<KillMatrix> {
  const chosen = mutants.filter(
    (mutant) => part.mutants.length === 0 || part.mutants.some((text) => mutantId(mutant).includes(text)),
  )
  const directory = tmp.dirSync({ prefix: 'cni-conformance-mutants-', unsafeCleanup: true })
  try {
    const targets = chosen.map((mutant) => targetOf(mutant, directory.name))
    const planned = plan(targets, part.requirements.length === 0 ? {} : { requirements: part.requirements })
    const judged = new Set(planned.map(({ requirement }) => requirement))
    const { endings, troubles } = await runSuites(
      {
        targets,
        cases: planned.filter(({ excuse }) => excuse === undefined),
        cniPath: [referencePlugins],
        visible: [directory.name, packageRoot],
        timeoutMs: 20_000,
      },
      jobs,
      () => {},
    )
    if (troubles.length > 0) throw new Error(troubles.join('\n'))
    const { results } = joinResults(planned, endings, { strict: true, stopped: false })
    return {
      kills: chosen.map((mutant) => killOf(mutant, judged, results)),
      unproved: testedRequirements
        .map(({ id }) => id)
        .filter((id) => !mutants.some(({ violates }) => violates.some((one) => one === id))),
      cases: results.length,
    }
  } finally {
    directory.removeCallback()
  }
}

/** A program of its own for each mutant, because a plugin gets no arguments. */
function targetOf(mutant: Mutant, directory: string): Target {
  const id = mutantId(mutant)
  const executable = join(directory, id)
  const main = join(packageRoot, 'dist/mutants.cjs')
  writeFileSync(executable, `#!/bin/sh\nexec node '${main}' '${id}'\n`, { mode: 0o755 })
  const target = describeTarget({
    name: id,
    executable,
    versions: [mutant.specVersion],
    profile: profiles.get(mutant.of),
    given: [],
    missing: new Map(),
  })
  // A defect that shows in one configuration is enough, and both families at once show the most.
  const { configurations } = target
  const richest = configurations.find(({ name }) => name === 'dual-stack') ?? configurations[0]
  return { ...target, configurations: richest === undefined ? [] : [richest] }
}

function killOf(mutant: Mutant, judged: ReadonlySet<string>, results: readonly CaseResult[]): Kill {
  const id = mutantId(mutant)
  const own = results.filter(({ target }) => target === id)
  const accused = own.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn' || verdict === 'note')
  return {
    mutant: id,
    declared: mutant.violates.filter((violated) => judged.has(violated)).sort(),
    found: [...new Set(accused.map(({ requirement }) => requirement))].sort(),
    errors: own.filter(({ verdict }) => verdict === 'error').map((result) => `${result.id}: ${result.message}`),
  }
}
