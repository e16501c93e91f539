import { parse } from '@humanwhocodes/momoa'
import type { Finding } from './finding.ts'
import { positionOf } from './position.ts'
import { contextAt, type OpenBracket, type SyntaxContext } from './syntax-context.ts'

/** Says why a text, which JSON.parse refuses, is no JSON. */
export function syntaxError(text: string): Finding {
  const { start, end, message } = explain(text, placeOfError(text))
  return { severity: 'issue', span: { start, end }, message, rule: 'syntax' }
}

/** The parser that keeps positions knows where, if not always at the beginning of what is wrong. */
function placeOfError(text: string): number {
  try {
    parse(text)
    return 0
  } catch (error) {
    const atEnd = error instanceof Error && error.message.startsWith('Unexpected end of input')
    if (atEnd || !(error instanceof Error) || !('offset' in error)) return text.trimEnd().length
    return Number(error.offset)
  }
}

interface Explanation {
  readonly start: number
  readonly end: number
  readonly message: string
}

function explain(text: string, place: number): Explanation {
  const { quoted } = contextAt(text, place)
  if (quoted) return badEscape(text, place)
  const start = startOfWord(text, place)
  const context = contextAt(text, start)
  const word = wordAt(text, start)
  const [character = ''] = text.slice(start, start + 2)
  const end = start + (word ?? character).length
  if (text.slice(isValue(word) ? end : start).trim() === '') {
    const last = text.trimEnd().length
    return { start: last, end: last, message: unfinished(text, context.open) }
  }
  return { start, end, message: messageFor(text, character, word, context) }
}

/** A longer word is no slip of the pen, and need not be shown whole. */
const longestWord = 60

/** The beginning of the word that a place is in or after, unless that word is right. */
function startOfWord(text: string, place: number): number {
  let start = place
  while (start > 0 && place - start < longestWord && !' \t\r\n"{}[],:'.includes(text.charAt(start - 1))) start--
  return isValue(wordAt(text, start)) ? place : start
}

function wordAt(text: string, start: number): string | undefined {
  return /^[^\s"'{}[\],:]+/.exec(text.slice(start, start + longestWord))?.[0]
}

function isValue(word: string | undefined): boolean {
  return /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?)$/i.test(word ?? '')
}

function badEscape(text: string, place: number): Explanation {
  const start = text.lastIndexOf('\\', place)
  const [, letter = ''] = text.slice(start, start + 3)
  const message =
    letter === 'u'
      ? '\\u has four hexadecimal digits after it'
      : `\\${named(letter)} means nothing in JSON: \\\\ is a backslash`
  return { start, end: Math.max(place, start + 1 + letter.length), message }
}

function unfinished(text: string, open: readonly OpenBracket[]): string {
  const inner = open.at(-1)
  return inner === undefined
    ? 'the file ends here, before the document does'
    : `the file ends here, but ${describe(text, inner)} is still open`
}

function messageFor(text: string, character: string, word: string | undefined, context: SyntaxContext): string {
  const inner = context.open.at(-1)
  if (inner === undefined && context.last !== '') return surplus(character)
  if (inner?.bracket === '{' && ['{', ','].includes(context.last)) return badKey(character, word)
  if (isAfterKey(context)) return 'a colon is missing between this and the key before it'
  if (['"', '0', '}', ']'].includes(context.last) && !'}],:'.includes(character))
    return 'a comma is missing before this'
  return badValue(text, character, word, context)
}

function surplus(character: string): string {
  return ']},:'.includes(character)
    ? `the document has ended, so this ${character} is too much`
    : 'a second document begins here: a file holds one'
}

function isAfterKey({ open, last, beforeLast }: SyntaxContext): boolean {
  return open.at(-1)?.bracket === '{' && last === '"' && ['{', ','].includes(beforeLast)
}

function badKey(character: string, word: string | undefined): string {
  if (character === "'") return `a key has double quotes in JSON: write " instead of '`
  if (character === ',') return 'there is nothing before this comma: take it out'
  if (word === undefined || named(character) !== character) return `a key has to be here, not ${named(character)}`
  return `a key is text in double quotes: write ${JSON.stringify(word)}`
}

function badValue(text: string, character: string, word: string | undefined, context: SyntaxContext): string {
  if (character === "'") return `text has double quotes in JSON: write " instead of '`
  if (character === ',') return 'there is nothing before this comma: take it out'
  if ('}]'.includes(character)) return badEnd(text, character, context)
  if (word === undefined || named(character) !== character) return `a value has to be here, not ${named(character)}`
  return badWord(word)
}

function badEnd(text: string, character: string, { open, last }: SyntaxContext): string {
  const inner = open.at(-1)
  if (last === ':') return 'a value is missing after the colon'
  return inner === undefined
    ? `a value has to be here, not ${character}`
    : `${character} does not close ${describe(text, inner)}`
}

function badWord(word: string): string {
  const lower = word.toLowerCase()
  if (['true', 'false', 'null'].includes(lower)) return `JSON writes this in lower case: ${lower}`
  if (['nan', 'infinity', '-infinity', 'undefined', 'none'].includes(lower)) return `JSON has no ${word}`
  if (/^[-+.\d]/.test(word)) {
    return `${JSON.stringify(word)} is no number of JSON, which has numbers like 10, -0.5 and 2e9`
  }
  return `text has double quotes in JSON: write ${JSON.stringify(word)}`
}

function describe(text: string, { bracket, offset }: OpenBracket): string {
  const { line, column } = positionOf(text, offset)
  return `the ${bracket} of line ${line}, column ${column}`
}

/** A character as it is, or by its number where it might not be seen. */
function named(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : `U+${number}`
}
