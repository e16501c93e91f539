import { behaviourMutants } from '../fixtures/mutants/behaviours.ts'
import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { profiles } from '../fixtures/profiles.ts'
import { packageRoot } from '../runner/package-root.ts'
import { checkId } from '../runner/report/check-id.ts'
import { join } from '../runner/report/join.ts'
import { Sandbox } from '../runner/sandbox/sandbox.ts'
import { missingFor } from '../runner/targets/missing.ts'
import { plan } from '../spec/plan.ts'
import type { CaseResult } from '../spec/report.ts'
import { isViolation } from '../spec/verdict.ts'
import type { Kill, KillMatrix, MatrixPart } from './kill-matrix.ts'
import { choose, run, targetOf, withBench, writeProgram } from './mutant-bench.ts'

/** The same for behaviours, of which each check has a word of its own. */
export interface BehaviourMatrix extends KillMatrix {
  /** What could not be judged on this machine, and why. */
  readonly leftOut: readonly { readonly mutant: string; readonly reason: string }[]
}

/**
 * Judges mutants that do not do what their type is documented to do, each by all checks of its type. They are few, and so
 * are these checks, that no case need be spared.
 */
export async function behaviourMatrix(
  { mutants, requirements }: Pick<MatrixPart, 'mutants' | 'requirements'>,
  jobs: number,
): Promise<BehaviourMatrix> {
  const chosen = choose(behaviourMutants, mutants)
  const missing = await findMissing(chosen)
  // None of them hangs, and another kernel is slow.
  return withBench({ jobs, timeoutMs: 60_000 }, async (bench) => {
    const targets = chosen.map((mutant) =>
      targetOf(mutant, writeProgram(bench, mutantId(mutant), [mutantId(mutant), '']), missing),
    )
    const planned = plan(targets, { requirements: requirements.length === 0 ? ['BEHAVIOUR-*'] : requirements })
    const endings = await run(targets, planned, bench)
    const { results } = join(planned, endings, { strict: true, stopped: false })
    const judged = results.filter(({ verdict }) => verdict !== 'untestable')
    const proved = new Set(judged.filter(({ verdict }) => isViolation(verdict)).map(checkId))
    return {
      kills: chosen.filter((mutant) => isOf(mutant, judged)).map((mutant) => killOf(mutant, judged)),
      leftOut: chosen
        .filter((mutant) => !isOf(mutant, judged))
        .map((mutant) => ({ mutant: mutantId(mutant), reason: reasonFor(mutant, results) })),
      unproved: [...new Set(judged.map(checkId))].filter((check) => !proved.has(check)),
      cases: endings.length,
      spared: 0,
    }
  })
}

async function findMissing(mutants: readonly Mutant[]): Promise<ReadonlyMap<string, string>> {
  const sandbox = await Sandbox.create([packageRoot])
  try {
    return await missingFor(
      sandbox,
      mutants.flatMap(({ of }) => profiles.get(of) ?? []),
    )
  } finally {
    await sandbox.destroy()
  }
}

function isOf(mutant: Mutant, results: readonly CaseResult[]): boolean {
  return results.some(({ target }) => target === mutantId(mutant))
}

function reasonFor(mutant: Mutant, results: readonly CaseResult[]): string {
  return results.find(({ target }) => target === mutantId(mutant))?.message ?? 'none of the checks is selected'
}

function killOf(mutant: Mutant, judged: readonly CaseResult[]): Kill {
  const own = judged.filter(({ target }) => target === mutantId(mutant))
  const checks = new Set(own.map(checkId))
  const declared = mutant.violates.filter((id) => checks.has(id)).sort()
  // What should accuse it has to get as far as that.
  const isLost = (result: CaseResult) =>
    result.verdict === 'error' || (result.verdict === 'blocked' && declared.some((id) => id === checkId(result)))
  return {
    mutant: mutantId(mutant),
    declared,
    found: own
      .filter(({ verdict }) => isViolation(verdict))
      .map(checkId)
      .sort(),
    errors: own.filter(isLost).map(({ id, message }) => `${id}: ${message}`),
  }
}
