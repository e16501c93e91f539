import { mutantId } from '../../fixtures/mutants/mutant.ts'
import { mutants } from '../../fixtures/mutants.ts'
import { requirements } from '../../spec/registry.ts'
import { knownSentences } from '../../spec/sentences.ts'
import { traceabilityPage } from './page.ts'

/** REQUIREMENTS.md as it has to be. */
export function currentTraceabilityPage(): string {
  const violators = new Map(
    requirements.map(({ id }) => [
      id,
      mutants.filter(({ violates }) => violates.some((one) => one === id)).map((mutant) => mutantId(mutant)),
    ]),
  )
  return traceabilityPage({ requirements, sentences: knownSentences, mutants: violators })
}
