import { type Mutant, mutantId } from '../fixtures/mutants/mutant.ts'
import { mutants } from '../fixtures/mutants.ts'
import { checkId } from '../runner/report/check-id.ts'
import { join as joinResults } from '../runner/report/join.ts'
import { groupBy } from '../spec/group-by.ts'
import { type PlannedCase, plan, type Selection } from '../spec/plan.ts'
import { ordinaryCheckIds, testedRequirements } from '../spec/registry.ts'
import type { CaseResult } from '../spec/report.ts'
import { isViolation } from '../spec/verdict.ts'
import { type Bench, choose, run, targetOf, traceFile, withBench, writeProgram } from './mutant-bench.ts'
import { type Effort, sample } from './mutant-sample.ts'

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
  /** Checks that accuse none of the mutants although one of them should violate the requirement, or that none should. */
  readonly unproved: readonly string[]
  /** Cases that were run, and those in which the mutant cannot differ from the plugin that it is made of. */
  readonly cases: number
  readonly spared: number
}

/** A part of the matrix; everything where nothing is said. */
export interface MatrixPart {
  /** Parts of the names of mutants. */
  readonly mutants: readonly string[]
  /** Globs over the ids of requirements: for the others, the mutants are neither judged nor expected to be found. */
  readonly requirements: readonly string[]
  readonly effort: Effort
}

/** Judges mutants as if they were plugins of somebody else. */
export async function killMatrix(part: MatrixPart, jobs: number): Promise<KillMatrix> {
  const chosen = choose(mutants, part.mutants)
  const selection = {
    specificationOnly: true,
    ...(part.requirements.length === 0 ? {} : { requirements: part.requirements }),
  }
  return withBench({ jobs, timeoutMs: 20_000 }, async (bench) => {
    const targets = chosen.map((mutant) =>
      targetOf(mutant, writeProgram(bench, mutantId(mutant), [mutantId(mutant), ''])),
    )
    const planned = plan(targets, selection)
    const encounters = meet(sample(planned, chosen, part.effort), chosen)
    const parts = await partsReached(encounters, selection, bench)
    const relevant = encounters.filter((one) => canShow(one, parts)).map(({ planned: one }) => one)
    const endings = await run(targets, relevant, bench)
    const { results } = joinResults(relevant, endings, { strict: true, stopped: false })
    const judged = new Set(planned.map(({ requirement }) => requirement))
    return {
      kills: chosen.map((mutant) => killOf(mutant, judged, results)),
      unproved: unprovedChecks(planned, results),
      cases: endings.length,
      spared: planned.length - relevant.length,
    }
  })
}

/** A mutant, and a case that it is to be judged by. */
interface Encounter {
  readonly mutant: Mutant
  readonly planned: PlannedCase
}

function meet(cases: readonly PlannedCase[], chosen: readonly Mutant[]): readonly Encounter[] {
  const byTarget = new Map(chosen.map((mutant) => [mutantId(mutant), mutant]))
  return cases.flatMap((planned) => {
    const mutant = byTarget.get(planned.target)
    return mutant === undefined ? [] : [{ mutant, planned }]
  })
}

/** Which parts of a plugin a check reaches, by plugin and check. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>

/** A trace takes as long as a case, and spares about half of the cases that ask for it. */
const worthTracing = 3

/**
 * Runs the plugins that the mutants are made of, without a defect, and traces them. What is true of most mutants, that most
 * checks never come near their defect, need not be found out by running them.
 */
async function partsReached(encounters: readonly Encounter[], selection: Selection, bench: Bench): Promise<Reach> {
  const unexpected = encounters.filter(
    (one) => one.mutant.replaces !== undefined && one.planned.excuse === undefined && !isDeclared(one),
  )
  const sites = groupBy(unexpected, ({ mutant, planned }) => siteOf(mutant, planned))
  const worth = sites.filter(({ length }) => length >= worthTracing).map(([one]) => one)
  const examples = new Map(worth.map(({ mutant }) => [`${mutant.of}@${mutant.specVersion}`, mutant]))
  const targets = Array.from(examples, ([name, mutant]) =>
    targetOf(mutant, writeProgram(bench, `traced~${name}`, [mutantId(mutant), traceFile])),
  )
  const wanted = new Set(worth.map(({ mutant, planned }) => siteOf(mutant, planned)))
  const planned = plan(targets, selection).filter((one) => {
    const mutant = examples.get(one.target.replace('traced~', ''))
    return mutant !== undefined && wanted.has(siteOf(mutant, one))
  })
  const endings = new Map((await run(targets, planned, bench)).map((ending) => [ending.caseId, ending]))
  const reach = new Map<string, ReadonlySet<string>>()
  for (const one of planned) {
    const mutant = examples.get(one.target.replace('traced~', ''))
    const { finding, trace = '' } = endings.get(one.id) ?? {}
    // What the plugin does in a case that did not go as it should tells nothing.
    if (mutant === undefined || (finding !== 'kept' && finding !== 'not-applicable')) continue
    reach.set(siteOf(mutant, one), new Set(trace.split('\n')))
  }
  return reach
}

/** Only of the checks that were selected; what makes requests at random is proved elsewhere. */
function unprovedChecks(planned: readonly PlannedCase[], results: readonly CaseResult[]): readonly string[] {
  const judged = new Set(planned.map(({ requirement }) => requirement))
  const proved = new Set(results.filter(({ verdict }) => isViolation(verdict)).map(checkId))
  return testedRequirements
    .filter(({ id }) => judged.has(id))
    .flatMap(ordinaryCheckIds)
    .filter((check) => !proved.has(check))
}

function siteOf({ of }: Mutant, { check, specVersion, configuration }: PlannedCase): string {
  return JSON.stringify([of, check, specVersion, configuration])
}

/** Whether a case can come near the defect: as it should, or because it reaches a part that is replaced, or it is not known. */
function canShow(encounter: Encounter, reach: Reach): boolean {
  const { mutant, planned } = encounter
  const reached = reach.get(siteOf(mutant, planned))
  if (planned.excuse !== undefined || isDeclared(encounter) || reached === undefined) return true
  return mutant.replaces?.some((part) => reached.has(part)) ?? true
}

function isDeclared({ mutant, planned }: Encounter): boolean {
  return mutant.violates.some((id) => id === planned.requirement)
}

function killOf(mutant: Mutant, judged: ReadonlySet<string>, results: readonly CaseResult[]): Kill {
  const id = mutantId(mutant)
  const own = results.filter(({ target }) => target === id)
  const accused = own.filter(({ verdict }) => isViolation(verdict))
  return {
    mutant: id,
    declared: mutant.violates.filter((violated) => judged.has(violated)).sort(),
    found: [...new Set(accused.map(({ requirement }) => requirement))].sort(),
    errors: own.filter(({ verdict }) => verdict === 'error').map((result) => `${result.id}: ${result.message}`),
  }
}
