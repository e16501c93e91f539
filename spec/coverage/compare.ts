import { isIn, type KnownSentence, type TextId, texts } from '../known-sentence.ts'
import { type Fingerprint, fingerprintsOf, similarity } from './fingerprint.ts'
import { readSentences, type Sentence } from './read-sentences.ts'

/** What is known of one normative sentence, in the order of the text that was given. */
export type Finding =
  /** It is encoded, or excluded with a reason. */
  | { readonly state: 'covered'; readonly sentence: Sentence; readonly known: KnownSentence }
  /** It says something else than the one that was there before. */
  | {
      readonly state: 'changed'
      readonly sentence: Sentence
      readonly fingerprint: Fingerprint
      readonly known: KnownSentence
    }
  /** Nothing like it was there before. */
  | { readonly state: 'new'; readonly sentence: Sentence; readonly fingerprint: Fingerprint }
  /** It was there before. After the sentence at `line`, which is 0 at the beginning. */
  | { readonly state: 'gone'; readonly known: KnownSentence; readonly line: number }

export interface Coverage {
  /** The text that the given one was compared with. */
  readonly baseline: TextId
  readonly findings: readonly Finding[]
}

/**
 * From here on two sentences are taken for versions of one. Unrelated ones are about 0.5 alike, and hardly more than 0.7 where they
 * share their most frequent words.
 */
const alike = 0.75

/**
 * Compares a text of the specification with the known sentences of `baseline`, or else of the text that it shares the most
 * sentences with.
 */
export function coverageOf(markdown: string, known: readonly KnownSentence[], baseline?: TextId): Coverage {
  const sentences = readSentences(markdown).filter(({ normative }) => normative)
  const fingerprints = fingerprintsOf(sentences)
  const chosen = baseline ?? nearestText(fingerprints, known)
  const expected = known.filter((row) => isIn(row, chosen))
  const byFingerprint = new Map(expected.map((row) => [row.fingerprint, row]))
  const matched = new Set(fingerprints)
  const missing = expected.filter(({ fingerprint }) => !matched.has(fingerprint))
  const strangers = fingerprints.filter((fingerprint) => !byFingerprint.has(fingerprint))
  const predecessors = pairsOf(strangers, missing)

  const found = sentences.map((sentence, index): Finding => {
    const fingerprint = fingerprints[index]
    if (fingerprint === undefined) throw new RangeError('a sentence without a fingerprint')
    const same = byFingerprint.get(fingerprint)
    if (same !== undefined) return { state: 'covered', sentence, known: same }
    const before = predecessors.get(fingerprint)
    if (before !== undefined) return { state: 'changed', sentence, fingerprint, known: before }
    return { state: 'new', sentence, fingerprint }
  })
  const replaced = new Set(predecessors.values())
  return {
    baseline: chosen,
    findings: withGone(
      found,
      expected,
      missing.filter((row) => !replaced.has(row)),
    ),
  }
}

function nearestText(fingerprints: readonly Fingerprint[], known: readonly KnownSentence[]): TextId {
  const present = new Set(fingerprints)
  const likeness = (text: TextId) => {
    const rows = known.filter((row) => isIn(row, text))
    const shared = rows.filter(({ fingerprint }) => present.has(fingerprint)).length
    // Of two texts that share as much, the one that has less beside it is nearer.
    return shared === 0 ? 0 : shared + 1 / (1 + rows.length)
  }
  return texts.reduce((best, text) => (likeness(text) >= likeness(best) ? text : best))
}

/** For each sentence that is not known, the missing one that it is most like, the likest pairs first, each once. */
function pairsOf(
  strangers: readonly Fingerprint[],
  missing: readonly KnownSentence[],
): ReadonlyMap<Fingerprint, KnownSentence> {
  const candidates = strangers.flatMap((stranger) =>
    missing.map((row) => ({ stranger, row, likeness: similarity(stranger, row.fingerprint) })),
  )
  const pairs = new Map<Fingerprint, KnownSentence>()
  const taken = new Set<KnownSentence>()
  for (const { stranger, row, likeness } of candidates.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness < alike || pairs.has(stranger) || taken.has(row)) continue
    pairs.set(stranger, row)
    taken.add(row)
  }
  return pairs
}

/** Puts what is gone after the nearest sentence that stood before it and is still there. */
function withGone(
  found: readonly Finding[],
  expected: readonly KnownSentence[],
  gone: readonly KnownSentence[],
): readonly Finding[] {
  const places = new Map(
    found.flatMap((finding, index) => ('known' in finding ? [[finding.known, index] as const] : [])),
  )
  const placeOf = (row: KnownSentence): number => {
    const before = expected.slice(0, expected.indexOf(row)).findLast((other) => places.has(other))
    return before === undefined ? -1 : (places.get(before) ?? -1)
  }
  const placed = gone.map((known) => ({ known, after: placeOf(known) }))
  const goneAfter = (index: number, line: number): readonly Finding[] =>
    placed.flatMap(({ known, after }) => (after === index ? [{ state: 'gone', known, line }] : []))
  return [
    ...goneAfter(-1, 0),
    ...found.flatMap((finding, index) => [
      finding,
      ...goneAfter(index, 'sentence' in finding ? finding.sentence.line : 0),
    ]),
  ]
}
