import type { Sentence } from './read-sentences.ts'

/**
 * What this project keeps of a sentence instead of its words: 16 hexadecimal digits that are equal only for the same words
 * under the same heading, a hyphen, and 16 digits in which similar sentences differ in few bits.
 */
export type Fingerprint = `${string}-${string}`

/** The fingerprint of a sentence. Case, punctuation at its ends and spacing do not count. */
export function fingerprintOf({ text, heading }: Pick<Sentence, 'text' | 'heading'>): Fingerprint {
  const words = wordsOf(text)
  return `${hex(hash(`${wordsOf(heading).join(' ')}\n${words.join(' ')}`))}-${hex(sketch(words))}`
}

/** How alike two sentences are by their fingerprints: 1 for the same words, about 0.5 for unrelated ones. */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  let different = BigInt(`0x${one.slice(17)}`) ^ BigInt(`0x${other.slice(17)}`)
  let bits = 0
  for (; different > 0n; different &= different - 1n) bits++
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
