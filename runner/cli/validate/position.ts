import type { Span } from './finding.ts'

/** A place as editors show it: both count from 1, columns in characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function positionOf(text: string, offset: number): Position {
  const start = startOfLine(text, offset)
  return { line: countLineBreaks(text, start) + 1, column: Array.from(text.slice(start, offset)).length + 1 }
}

/** The line that an offset is in, without its line break. */
export function lineOf(text: string, offset: number): Span {
  const start = startOfLine(text, offset)
  const lineBreak = text.indexOf('\n', start)
  const end = lineBreak === -1 ? text.length : lineBreak
  return { start, end: text.charAt(end - 1) === '\r' && end > start ? end - 1 : end }
}

function startOfLine(text: string, offset: number): number {
  // The line break itself belongs to the line that it ends.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

function countLineBreaks(text: string, end: number): number {
  let count = 0
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) count++
  return count
}
