const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON text indented by two spaces a level; any other text as it is. Works on the text, not on the parsed value: evidence has to
 * keep its repeated keys, long numbers and escapes.
 */
export function indentJson(text: string): string {
  if (!isContainer(text)) return text
  let depth = 0
  let previous = ''
  let result = ''
  for (const token of text.match(tokens) ?? []) {
    const closes = token === '}' || token === ']'
    const empty = closes && (previous === '{' || previous === '[')
    if (closes) depth -= 1
    const breaks = previous === '{' || previous === '[' || previous === ',' || closes
    if (breaks && !empty) result += `\n${'  '.repeat(depth)}`
    result += token === ':' ? ': ' : token
    if (token === '{' || token === '[') depth += 1
    previous = token
  }
  return result
}

function isContainer(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
