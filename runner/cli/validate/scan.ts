import type { Finding, Span } from './finding.ts'

/** How deep a document may be nested. Deeper ones would exhaust the stack of whatever reads them. */
const maxDepth = 1000

/** What looking at a text from left to right brings to light, without understanding it. */
export interface Scan {
  readonly findings: readonly Finding[]
  /**
   * The text as its author meant it, of the same length: spaces stand where JSON allows nothing. Undefined when nothing
   * after the last finding can be understood.
   */
  readonly cleaned: string | undefined
}

interface State {
  readonly text: string
  readonly findings: Finding[]
  readonly blanks: Span[]
  /** The places of the last two characters that mean something. */
  previous: number
  last: number
  depth: number
}

/** Finds what people write into JSON although it does not belong there: comments, trailing commas, raw control characters. */
export function scan(text: string): Scan {
  const state: State = { text, findings: [], blanks: [], previous: -1, last: -1, depth: 0 }
  let index = 0
  while (index < text.length) {
    const next = step(state, index)
    if (next === undefined) return { findings: state.findings, cleaned: undefined }
    index = next
  }
  return { findings: state.findings, cleaned: blank(text, inOrder(state.blanks)) }
}

/** Goes over what begins at a place, and says where it ends; undefined when that is nowhere. */
function step(state: State, index: number): number | undefined {
  const { text } = state
  const character = text.charAt(index)
  if (' \t\n\r'.includes(character)) return index + 1
  const commentEnd = endOfComment(text, index)
  if (commentEnd !== undefined) return comment(state, { start: index, end: commentEnd })
  if (character === '}' || character === ']') trailingComma(state, character)
  state.depth += depthChange(character)
  state.previous = state.last
  state.last = index
  if (state.depth > maxDepth) return tooDeep(state, index)
  return character === '"' ? quoted(state, index) : index + 1
}

function endOfComment(text: string, index: number): number | undefined {
  if (text.startsWith('//', index) || text.startsWith('#', index)) return endOfLine(text, index)
  if (!text.startsWith('/*', index)) return undefined
  const end = text.indexOf('*/', index + 2)
  return end === -1 ? Number.POSITIVE_INFINITY : end + 2
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

function comment({ findings, blanks }: State, span: Span): number | undefined {
  if (span.end === Number.POSITIVE_INFINITY) {
    const message = 'JSON has no comments, and this one has no end'
    findings.push({ severity: 'issue', span: { start: span.start, end: span.start + 2 }, rule: 'comment', message })
    return undefined
  }
  findings.push({ severity: 'issue', span, rule: 'comment', message: 'JSON has no comments: take this one out' })
  blanks.push(span)
  return span.end
}

function trailingComma({ text, findings, blanks, previous, last }: State, closing: string): void {
  const before = text.charAt(previous)
  if (text.charAt(last) !== ',' || ['', ',', '[', '{', ':'].includes(before)) return
  const span = { start: last, end: last + 1 }
  const message = `JSON has no comma before ${closing}: take it out`
  findings.push({ severity: 'issue', span, rule: 'trailing-comma', message })
  blanks.push(span)
}

function depthChange(character: string): number {
  if (character === '{' || character === '[') return 1
  return character === '}' || character === ']' ? -1 : 0
}

function tooDeep({ findings }: State, index: number): undefined {
  findings.push({
    severity: 'issue',
    span: { start: index, end: index + 1 },
    rule: 'depth',
    message: `this is nested more than ${maxDepth} levels deep: no plugin needs that, and many parsers refuse it`,
  })
}

/** Text in quotes. The quote that ends it belongs to it, and so does no line break. */
function quoted({ text, findings, blanks }: State, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x22) return index + 1
    if (text.startsWith('\n', index) || text.startsWith('\r\n', index)) break
    if (code === 0x5c && text.charCodeAt(index + 1) >= 0x20) index++
    if (code >= 0x20) continue
    const span = { start: index, end: index + 1 }
    const message = `text in JSON has no control characters: write this one as ${JSON.stringify(text.charAt(index)).slice(1, -1)}`
    findings.push({ severity: 'issue', span, rule: 'control-character', message })
    blanks.push(span)
  }
  const span = { start, end: start + 1 }
  const message = 'the text that begins here has no closing quote on its line'
  findings.push({ severity: 'issue', span, rule: 'syntax', message })
  return undefined
}

/** A comma is found to be one too many only after the comments behind it. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((one, other) => one.start - other.start)
}

function blank(text: string, spans: readonly Span[]): string {
  const ends = [0, ...spans.map(({ end }) => end)]
  const starts = [...spans.map(({ start }) => start), text.length]
  const kept = starts.map((start, index) => text.slice(ends[index], start))
  return kept.map((part, index) => part + blanked(text, spans[index])).join('')
}

/** Line breaks stay: without them the places of what follows would be others. */
function blanked(text: string, span: Span | undefined): string {
  return span === undefined ? '' : text.slice(span.start, span.end).replace(/[^\n]/g, ' ')
}
