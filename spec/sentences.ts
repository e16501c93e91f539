import type { KnownSentence } from './known-sentence.ts'
import { olderSentences } from './sentences/before-1.0.0.ts'
import { configurationSentences } from './sentences/section-1.ts'
import { protocolSentences } from './sentences/section-2.ts'
import { executionSentences } from './sentences/section-3.ts'
import { delegationSentences } from './sentences/section-4.ts'
import { resultSentences } from './sentences/section-5.ts'

/** Every normative sentence of every text of the specification, as a fingerprint, with the requirements that encode it. */
export const knownSentences: readonly KnownSentence[] = [
  ...configurationSentences,
  ...protocolSentences,
  ...executionSentences,
  ...delegationSentences,
  ...resultSentences,
  ...olderSentences,
]
