/**
 * The candidate that differs least from a mistyped word; undefined when none is so close that it may have been meant.
 *
 * @param most how many characters may differ; more than a third of a long word is no typing mistake
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  most = Math.max(2, word.length / 3),
): string | undefined {
  const wanted = word.toLowerCase()
  const [best] = candidates
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  return best !== undefined && best.edits <= most ? best.candidate : undefined
}

/** How many characters have to be inserted, removed or replaced to make one word of the other (Levenshtein). */
function distance(from: string, to: string): number {
  const target = Array.from(to)
  let row = [0, ...target.map((_, index) => index + 1)]
  for (const character of from) {
    const next = [(row[0] ?? 0) + 1]
    for (const [index, other] of target.entries()) {
      const replaced = (row[index] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
