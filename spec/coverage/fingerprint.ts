import type { Sentence } from './read-sentences.ts'

/**
 * What this project keeps of a sentence instead of its words: 16 hexadecimal digits that are equal only for the same words
 * under the same heading, a hyphen, and 16 digits in which similar sentences differ in few bits.
 */
export type Fingerprint = `${string}-${string}`

/**
 * The fingerprints of the sentences of a text. Case, punctuation at the ends of words and spacing do not count. A sentence
 * that comes again under its heading has another fingerprint than before, so that each of both would be missed.
 */
export function fingerprintsOf(sentences: readonly Sentence[]): readonly Fingerprint[] {
  const times = new Map<string, number>()
  return sentences.map(({ text, heading }): Fingerprint => {
    const words = wordsOf(text)
    const key = [...wordsOf(heading), '/', ...words].join(' ')
    const before = times.get(key) ?? 0
    times.set(key, before + 1)
    return `${hex(hash(`${key} ${before}`))}-${hex(sketch(words))}`
  })
}

/** How alike two sentences are by their fingerprints: 1 for the same words, about 0.5 for unrelated ones. */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  const different = BigInt(`0x${one.slice(17)}`) ^ BigInt(`0x${other.slice(17)}`)
  const bits = different.toString(2).replaceAll('0', '').length
  return 1 - bits / 64
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_./-]*[\p{L}\p{N}]/gu) ?? []
}

/** A simhash: each word, and each pair of neighbours, votes on each bit. */
function sketch(words: readonly string[]): bigint {
  const features = [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)].map(hash)
  let result = 0n
  for (let bit = 0n; bit < 64n; bit++) {
    const votes = features.filter((feature) => (feature >> bit) & 1n).length
    if (votes * 2 > features.length) result |= 1n << bit
  }
  return result
}

const mask = (1n << 64n) - 1n

/** FNV-1a over UTF-16 units, with the final mixing of MurmurHash3, without which short words differ in few bits only. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index++) {
    value = ((value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) & mask
  }
  value = ((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn) & mask
  value = ((value ^ (value >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask
  return value ^ (value >> 33n)
}

function hex(value: bigint): string {
  return value.toString(16).padStart(16, '0')
}
