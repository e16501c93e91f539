import { visible } from './visible.ts'

/**
 * The lines of a text at most `width` characters wide, with everything invisible in it escaped. Lines break between words and
 * keep their indentation and the spaces inside; a word that is longer than a line is broken.
 */
export function wrap(text: string, width: number): readonly string[] {
  return visible(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(1, width)))
}

function wrapLine(line: string, width: number): readonly string[] {
  const margin = (/^ */.exec(line)?.[0] ?? '').slice(0, Math.floor(width / 2))
  const room = width - margin.length
  const characters = Array.from(line.trim())
  const lines: string[] = []
  let start = 0
  while (characters.length - start > room) {
    // Within the line only: looking back further would take time that grows with the square of a long text.
    const space = characters.slice(start, start + room + 1).lastIndexOf(' ')
    const end = start + (space > 0 ? space : room)
    lines.push(margin + characters.slice(start, end).join('').trimEnd())
    start = end
    while (characters[start] === ' ') start += 1
  }
  const last = characters.slice(start).join('')
  return [...lines, last === '' ? '' : margin + last]
}
