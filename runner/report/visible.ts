/**
 * What a terminal could take for a command, or show otherwise than it is: control characters, bidirectional overrides,
 * invisible characters and halves of surrogate pairs.
 */
const hazards = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** The text with everything that is not plainly visible written as an escape; line breaks stay. Tabs become two spaces. */
export function visible(text: string): string {
  return text.replace(hazards, (character) => {
    if (character === '\n') return character
    return character === '\t' ? '  ' : escaped(character)
  })
}

/** The same for text that has to stay on one line. */
export function visibleInline(text: string): string {
  return visible(text).replaceAll('\n', '\\n')
}

/** A value as indented JSON that is safe on a terminal: what is not plainly visible in it has the escapes of JSON. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(hazards, (character) => {
    if (character === '\n') return character
    // Of a surrogate pair, each half has its own escape.
    return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  })
}

/** A character as `\x1b` or `\u202e`, the notation of JSON and of JavaScript. */
export function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  if (hex.length > 4) return `\\u{${hex}}`
  return hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`
}
