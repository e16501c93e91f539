/** What stands before a place of a text that is meant to be JSON. */
export interface SyntaxContext {
  /** The brackets that are open, the innermost last. */
  readonly open: readonly OpenBracket[]
  /** The last token, and the one before it: punctuation as it is, `"` for text, `0` for anything else, empty for none. */
  readonly last: string
  readonly beforeLast: string
  /** The place is inside of text in quotes. */
  readonly quoted: boolean
}

export interface OpenBracket {
  readonly bracket: '{' | '['
  readonly offset: number
}

export function contextAt(text: string, offset: number): SyntaxContext {
  const open: OpenBracket[] = []
  let [last, beforeLast] = ['', '']
  let index = 0
  while (index < offset) {
    const character = text.charAt(index)
    const end = endOfToken(text, index)
    if (!' \t\n\r'.includes(character)) {
      beforeLast = last
      last = '{}[],:"'.includes(character) ? character : '0'
    }
    if (character === '{' || character === '[') open.push({ bracket: character, offset: index })
    if (character === '}' || character === ']') open.pop()
    if (end > offset) return { open, last, beforeLast, quoted: character === '"' }
    index = end
  }
  return { open, last, beforeLast, quoted: false }
}

/** Loops, where a regular expression would exhaust the stack on a long text. */
function endOfToken(text: string, start: number): number {
  if (text.charAt(start) === '"') return endOfQuoted(text, start)
  let end = start + 1
  if ('{}[],: \t\n\r'.includes(text.charAt(start))) return end
  while (end < text.length && !'{}[],:" \t\n\r'.includes(text.charAt(end))) end++
  return end
}

function endOfQuoted(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1
  return end + 1
}
