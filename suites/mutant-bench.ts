import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import tmp from 'tmp'
import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { profiles } from '../fixtures/profiles.ts'
import type { CaseEnding } from '../runner/engine/ending.ts'
import { runSuites } from '../runner/engine/run-suites.ts'
import { packageRoot } from '../runner/package-root.ts'
import { describeTarget, referencePlugins } from '../runner/targets/discover.ts'
import type { PlannedCase } from '../spec/plan.ts'
import type { Target } from '../spec/target.ts'

/** Where mutants are judged. */
export interface Bench {
  readonly directory: string
  readonly jobs: number
  /** Deadline of one call of a mutant. */
  readonly timeoutMs: number
}

export async function withBench<T>(
  options: Pick<Bench, 'jobs' | 'timeoutMs'>,
  judge: (bench: Bench) => Promise<T>,
): Promise<T> {
  const directory = tmp.dirSync({ prefix: 'cni-conformance-mutants-', unsafeCleanup: true })
  try {
    return await judge({ directory: directory.name, ...options })
  } finally {
    directory.removeCallback()
  }
}

/** The mutants whose names have one of these parts; all where nothing is said. */
export function choose(mutants: readonly Mutant[], parts: readonly string[]): readonly Mutant[] {
  return mutants.filter((mutant) => parts.length === 0 || parts.some((part) => mutantId(mutant).includes(part)))
}

/** In the sandbox, where no check looks for what a plugin leaves. */
export const traceFile = '/var/lib/cni-conformance-trace'

/** Runs the cases that have no excuse. */
export async function run(
  targets: readonly Target[],
  cases: readonly PlannedCase[],
  { directory, jobs, timeoutMs }: Bench,
): Promise<readonly CaseEnding[]> {
  const { endings, troubles } = await runSuites(
    {
      targets,
      cases: cases.filter(({ excuse }) => excuse === undefined),
      cniPath: [referencePlugins],
      visible: [directory, packageRoot],
      timeoutMs,
      // What does get through does so at once.
      patienceMs: 6000,
      traceFile,
    },
    { jobs },
    () => {},
  )
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
  return endings
}

/** A program of its own for each mutant, because a plugin gets no arguments. Those that it gets are for its daemon. */
export function writeProgram({ directory }: Bench, name: string, args: readonly string[]): string {
  const executable = join(directory, name)
  const main = join(packageRoot, 'dist/mutants.cjs')
  writeFileSync(executable, `#!/bin/sh\nexec node '${main}' ${args.map((arg) => `'${arg}'`).join(' ')} "$@"\n`, {
    mode: 0o755,
  })
  return executable
}

/** @param missing what the machine lacks, as targets are described by it */
export function targetOf(mutant: Mutant, executable: string, missing: ReadonlyMap<string, string> = new Map()): Target {
  const target = describeTarget({
    name: basename(executable),
    executable,
    versions: [mutant.specVersion],
    profile: profiles.get(mutant.of),
    given: [],
    missing,
  })
  // A defect that shows in one configuration is enough, and both families at once show the most.
  const { configurations } = target
  const richest = configurations.find(({ name }) => name === 'dual-stack') ?? configurations[0]
  return { ...target, configurations: richest === undefined ? [] : [richest] }
}
