import { Lexer, type Token, type Tokens } from 'marked'
import { splitSentences } from './split-sentences.ts'

/** A sentence of a text of the specification, or an entry of a list or table that is as good as one. */
export interface Sentence {
  /** As a reader sees it: without the marks of Markdown. */
  readonly text: string
  /** The heading that it stands under. */
  readonly heading: string
  /** Where it begins in the file, counted from 1. */
  readonly line: number
  /** Whether it demands or permits something: by a keyword, as part of a list that a keyword introduces, or in a procedure. */
  readonly normative: boolean
}

/** The keywords of RFC 2119. Every text uses them in lower case too, and the later ones declare that they mean the same. */
const keyword = /\b(must|required|shall|should|recommended|may|optional)\b/i

/** Examples illustrate, and what they repeat is said elsewhere. */
const illustration = /example|^appendix/i

/** Where there are numbered steps here, they and what is said beside them bind a runtime without any keyword. */
const procedures = /^section 3\b/i

/**
 * All sentences of a text of the specification in Markdown, in their order, apart from headings, examples and the table
 * of contents.
 */
export function readSentences(markdown: string): readonly Sentence[] {
  const text = markdown.replaceAll('\r\n', '\n')
  const blocks = new Lexer().lex(text)
  const found: Sentence[] = []
  const headings: Heading[] = []
  let line = 1
  for (const [index, block] of blocks.entries()) {
    if (isHeading(block)) {
      while ((headings.at(-1)?.depth ?? 0) >= block.depth) headings.pop()
      headings.push({ depth: block.depth, title: plain(block.tokens), hasSteps: isFollowedBySteps(blocks, index) })
    } else if (!headings.some(({ title }) => illustration.test(title))) {
      const { title = '', hasSteps = false } = headings.at(-1) ?? {}
      const isProcedure = hasSteps && headings.some((heading) => procedures.test(heading.title))
      found.push(...sentencesOf(block, title, line, found, isProcedure))
    }
    line += newlines(block.raw)
  }
  return found
}

interface Heading {
  readonly depth: number
  readonly title: string
  /** Whether a numbered list stands under it. */
  readonly hasSteps: boolean
}

function isFollowedBySteps(blocks: readonly Token[], index: number): boolean {
  const after = blocks.slice(index + 1)
  const end = after.findIndex(isHeading)
  return after.slice(0, end < 0 ? undefined : end).some((block) => isList(block) && block.ordered)
}

/** `before` are the sentences before the block; `inherited` says that it is in a list which they made normative. */
function sentencesOf(
  block: Token,
  heading: string,
  line: number,
  before: readonly Sentence[],
  inherited: boolean,
): readonly Sentence[] {
  switch (block.type) {
    case 'list':
      return isList(block) ? listSentences(block, heading, line, inherited || isIntroduction(before)) : []
    case 'table':
      return isTable(block) ? tableSentences(block, heading, line) : []
    case 'code':
      return codeSentences(block.raw, heading, line)
    case 'paragraph':
    case 'text':
      return textSentences(block.raw, heading, line, inherited)
    default:
      return []
  }
}

function listSentences(list: Tokens.List, heading: string, line: number, inherited: boolean): readonly Sentence[] {
  const found: Sentence[] = []
  let itemLine = line
  for (const item of list.items) {
    let blockLine = itemLine
    const own: Sentence[] = []
    for (const block of item.tokens) {
      own.push(...sentencesOf(block, heading, blockLine, own, inherited))
      blockLine += newlines(block.raw)
    }
    found.push(...own)
    itemLine += newlines(item.raw)
  }
  return found
}

function tableSentences(table: Tokens.Table, heading: string, line: number): readonly Sentence[] {
  // A row is one line, and the header takes two.
  return table.rows.flatMap((cells, row) =>
    cells.flatMap(({ text }) =>
      textSentences(text, heading, line + 2 + row, false).map((found) => ({ ...found, line: line + 2 + row })),
    ),
  )
}

/** The older texts mark what is optional inside of their sketches of a document. */
function codeSentences(raw: string, heading: string, line: number): readonly Sentence[] {
  return raw.split('\n').flatMap((text, index) => {
    const words = text.trim().replace(/\s+/g, ' ')
    return keyword.test(words) ? [{ text: words, heading, line: line + index, normative: true }] : []
  })
}

function textSentences(raw: string, heading: string, line: number, inherited: boolean): readonly Sentence[] {
  return splitSentences(raw).map(({ text, offset }) => {
    const words = plain(Lexer.lexInline(text)).trim().replace(/\s+/g, ' ')
    return {
      text: words,
      heading,
      line: line + newlines(raw.slice(0, offset)),
      normative: inherited || keyword.test(words),
    }
  })
}

/** Whether what was said last goes on in the list that follows. */
function isIntroduction(before: readonly Sentence[]): boolean {
  const last = before.at(-1)
  return last !== undefined && last.normative && !/[.!?]$/.test(last.text)
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html' || token.type === 'br') return ' '
      return 'tokens' in token && token.tokens !== undefined
        ? plain(token.tokens)
        : 'text' in token
          ? token.text
          : token.raw
    })
    .join('')
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list'
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table'
}
