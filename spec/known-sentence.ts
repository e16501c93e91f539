import type { Fingerprint } from './coverage/fingerprint.ts'
import type { RequirementId } from './registry.ts'

/**
 * The texts of the specification, oldest first. Two texts call themselves 1.1.0: the one at the tag, and the one of the main
 * branch, which is what "1.1.0" means here (stand A-10).
 */
export const texts = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0-tag', '1.1.0'] as const

export type TextId = (typeof texts)[number]

export function isTextId(name: string): name is TextId {
  return texts.some((text) => text === name)
}

/** A normative sentence of the specification, and what became of it here. */
export interface KnownSentence {
  readonly fingerprint: Fingerprint
  /** The first and the last text that has it. */
  readonly from: TextId
  readonly to: TextId
  /** The requirements that encode it; none where it is excluded. */
  readonly encodes: readonly RequirementId[]
  /** Why nothing encodes it. */
  readonly excluded?: string
}

/** Whether a text has a sentence. */
export function isIn({ from, to }: KnownSentence, text: TextId): boolean {
  const place = texts.indexOf(text)
  return texts.indexOf(from) <= place && place <= texts.indexOf(to)
}

/** Why a sentence with a keyword demands nothing of those whom this registry is about. */
export const demandsNothing = {
  description: 'It describes, with a keyword in passing.',
  terms: 'It says what the keywords mean.',
  introduction: 'It announces a list whose entries stand for themselves.',
  environment: 'It speaks of the network that a plugin is used in.',
} as const

/** A sentence, the first and the last text that has it, and the requirements that encode it. */
export function encoded(
  fingerprint: Fingerprint,
  [from, to]: readonly [TextId, TextId],
  ...encodes: readonly RequirementId[]
): KnownSentence {
  return { fingerprint, from, to, encodes }
}

/** A sentence, the first and the last text that has it, and why no requirement encodes it. */
export function excluded(
  fingerprint: Fingerprint,
  [from, to]: readonly [TextId, TextId],
  reason: string,
): KnownSentence {
  return { fingerprint, from, to, encodes: [], excluded: reason }
}
