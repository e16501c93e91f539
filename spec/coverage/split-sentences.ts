/** A piece of a paragraph, and where it begins in it. */
interface Piece {
  readonly text: string
  readonly offset: number
}

/** A full stop after these does not end a sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|eg|ie|cf|vs)\.$/i

/**
 * Splits a paragraph of Markdown into sentences. Own rules rather than those of `Intl.Segmenter`, because what is split here
 * is compared with fingerprints that were taken elsewhere, and the segmenter changes with the version of ICU.
 */
export function splitSentences(paragraph: string): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  const close = (end: number): void => {
    const text = paragraph.slice(start, end)
    if (text.trim() !== '') pieces.push({ text, offset: start + text.length - text.trimStart().length })
    start = end
  }
  for (const { index, 0: stop } of paragraph.matchAll(/[.!?][)"*_\]]*\s+(?=[^\sa-z])/g)) {
    if (!abbreviation.test(paragraph.slice(start, index + 1))) close(index + stop.length)
  }
  close(paragraph.length)
  return pieces
}
