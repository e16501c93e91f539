import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { groupBy } from '../spec/group-by.ts'
import type { PlannedCase } from '../spec/plan.ts'

/**
 * What a mutant meets besides the checks of the requirements that it should violate: all other checks, one check of each other
 * requirement, one of each twelfth, or nothing. Which ones differs from mutant to mutant, so that a check which accuses what it
 * should not is soon found out.
 */
export type Effort = 'complete' | 'thorough' | 'sample' | 'declared'

/** The cases that the mutants are judged by. A mutant gets the same whatever other mutants and requirements there are. */
export function sample(
  cases: readonly PlannedCase[],
  mutants: readonly Mutant[],
  effort: Effort,
): readonly PlannedCase[] {
  if (effort === 'complete') return cases
  const own = new Map(groupBy(cases, ({ target }) => target).map((all) => [all[0].target, all]))
  return mutants.flatMap((mutant) => ownSample(own.get(mutantId(mutant)) ?? [], mutant, steps[effort]))
}

/** Of how many requirements one is chosen; none at all when undefined. */
const steps: Readonly<Record<Exclude<Effort, 'complete'>, number | undefined>> = {
  thorough: 1,
  sample: 12,
  declared: undefined,
}

/** All cases of the requirements that the mutant should violate, and one of some others. */
function ownSample(cases: readonly PlannedCase[], mutant: Mutant, step: number | undefined): readonly PlannedCase[] {
  return groupBy(cases, ({ requirement }) => requirement).flatMap((all) => {
    const [{ requirement }] = all
    if (mutant.violates.some((id) => id === requirement)) return all
    const lot = drawLot(`${mutantId(mutant)} ${requirement}`)
    if (step === undefined || lot % step !== 0) return []
    return all.slice(Math.floor(lot / step) % all.length).slice(0, 1)
  })
}

/** A number that looks random and depends on nothing but the text: FNV-1a, with 32 bits. */
function drawLot(text: string): number {
  const hash = Array.from(text).reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  )
  return hash >>> 0
}
