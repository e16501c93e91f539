import { visibleInline } from '../../report/visible.ts'
import type { Span } from './finding.ts'
import { lineOf } from './position.ts'

/** A line of a text, cut to a width, and what belongs below it. */
export interface Excerpt {
  readonly line: string
  /** Spaces, and carets under the place. */
  readonly marker: string
}

/** A character as it is shown, and the columns that it takes on a terminal. */
interface Cell {
  readonly shown: string
  readonly width: number
  readonly marked: boolean
}

/** Shows the beginning of a span in its line, with nothing in it that a terminal would obey. */
export function excerptOf(text: string, { start, end }: Span, width: number): Excerpt {
  const line = lineOf(text, start)
  const place = Math.min(start, line.end)
  // Far away from the place nothing is shown, however long the line is.
  const from = Math.max(line.start, place - width)
  const to = Math.min(line.end, place + width)
  const cells = cellsOf(text.slice(from, to), place - from, end - from)
  const cut = from > line.start || to < line.end || widthOf(cells) > width
  return assemble(cut ? around(cells, width, from > line.start, to < line.end) : cells)
}

/** The characters of a line, those from `start` to `end` marked: at least one, which may be the end of the line. */
function cellsOf(line: string, start: number, end: number): readonly Cell[] {
  const cells: Cell[] = []
  let offset = 0
  for (const character of line) {
    // The place may begin within a character that takes two units.
    const marked = offset + character.length > start && (offset < end || offset <= start)
    cells.push({ ...shownAs(character), marked })
    offset += character.length
  }
  return start < line.length ? cells : [...cells, { shown: ' ', width: 1, marked: true }]
}

const ellipsis: Cell = { shown: '…', width: 1, marked: false }

/** A third of the width is for what is before the place, or more where what follows leaves room. */
function around(cells: readonly Cell[], width: number, moreBefore: boolean, moreAfter: boolean): readonly Cell[] {
  const place = cells.findIndex(({ marked }) => marked)
  const share = fitting(cells.slice(place), Math.ceil((width * 2) / 3) - 1)
  const before = fitting(cells.slice(0, place).toReversed(), width - widthOf(share) - 2).toReversed()
  const after = fitting(cells.slice(place), width - widthOf(before) - 2)
  return [
    ...(moreBefore || before.length < place ? [ellipsis] : []),
    ...before,
    ...after,
    ...(moreAfter || place + after.length < cells.length ? [ellipsis] : []),
  ]
}

/** As many cells from the first on as a width takes. */
function fitting(cells: readonly Cell[], width: number): readonly Cell[] {
  let left = width
  const surplus = cells.findIndex((cell) => {
    left -= cell.width
    return left < 0
  })
  return surplus === -1 ? cells : cells.slice(0, surplus)
}

function assemble(cells: readonly Cell[]): Excerpt {
  const marks = cells.map(({ marked, width }) => (marked ? '^' : ' ').repeat(width)).join('')
  const before = widthOf(
    cells.slice(
      0,
      cells.findIndex(({ marked }) => marked),
    ),
  )
  return {
    line: cells
      .map(({ shown }) => shown)
      .join('')
      .trimEnd(),
    // What is marked may have no width of its own, such as an accent, which is on the character before it.
    marker: marks.includes('^') ? marks.trimEnd() : `${' '.repeat(Math.max(0, before - 1))}^`,
  }
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

function shownAs(character: string): { shown: string; width: number } {
  const shown = visibleInline(character)
  if (shown !== character) return { shown, width: shown.length }
  return { shown, width: zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1 }
}

/** Marks that sit on the character before them, and the vowels and final consonants of composed Hangul. */
const zeroWidth = /[\p{Mn}\p{Me}\u1160-\u11ff]/u

/** What takes two columns: most of East Asia's characters, and emoji. */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u
