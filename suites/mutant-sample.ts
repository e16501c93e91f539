import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { groupBy } from '../spec/group-by.ts'
import type { PlannedCase } from '../spec/plan.ts'

/**
 * What a mutant meets besides the checks of the requirements that it should violate: all other checks that reach its defect, one
 * check of each other requirement, one of each sixth, or nothing. Which ones differs from mutant to mutant, so that a check which accuses
 * what it should not is soon found out.
 */
export type Effort = 'complete' | 'thorough' | 'sample' | 'declared'

/** The cases that the mutants are judged by, out of those that could show their defects. */
export function sample(
  cases: readonly PlannedCase[],
  mutants: readonly Mutant[],
  effort: Effort,
): readonly PlannedCase[] {
  if (effort === 'complete') return cases
  return mutants.flatMap((mutant, index) => ownSample(cases, mutant, { index, step: steps[effort] }))
}

const steps: Readonly<Record<Exclude<Effort, 'complete'>, number | undefined>> = {
  thorough: 1,
  sample: 6,
  declared: undefined,
}

interface Sampling {
  /** That of the mutant: it decides what is chosen. */
  readonly index: number
  /** Of how many requirements one is chosen; none at all when undefined. */
  readonly step: number | undefined
}

/** All cases of the requirements that the mutant should violate, and one of some others. */
function ownSample(cases: readonly PlannedCase[], mutant: Mutant, { index, step }: Sampling): readonly PlannedCase[] {
  const own = cases.filter(({ target }) => target === mutantId(mutant))
  return groupBy(own, ({ requirement }) => requirement).flatMap((all, place) => {
    if (mutant.violates.some((id) => id === all[0].requirement)) return all
    if (step === undefined || (place + index) % step !== 0) return []
    return all.slice(index % all.length).slice(0, 1)
  })
}
