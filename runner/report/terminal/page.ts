import { styleText } from 'node:util'
import type { Requirement } from '../../../spec/requirement.ts'
import { visibleInline } from '../visible.ts'
import { wrap } from '../wrap.ts'

/** How a report is put on a terminal. The caller knows whether there is one, and about NO_COLOR. */
export interface TerminalOptions {
  readonly colour: boolean
  /** Columns. */
  readonly width: number
  /** Everything at full length. */
  readonly verbose: boolean
  /** Nothing but the verdict. */
  readonly quiet: boolean
}

/** What all parts of a report on a terminal need to know. */
export interface Page extends TerminalOptions {
  readonly requirements: ReadonlyMap<string, Requirement>
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan'

/** The text in a colour, where there are colours. Hazardous characters have to be gone from it. */
export function paint({ colour }: TerminalOptions, styles: readonly Style[], text: string): string {
  return colour && styles.length > 0 ? styleText([...styles], text, { validateStream: false }) : text
}

/** A text that wraps within the page, `indent` columns from its left. */
export function paragraph({ width }: TerminalOptions, indent: number, text: string): readonly string[] {
  return wrap(text, width - indent).map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
}

const labelWidth = 11

/** A text with a label before its first line; nothing where there is no text. */
export function labelled(page: TerminalOptions, label: string, text: string | null): readonly string[] {
  if (text === null || text === '') return []
  const [first = '', ...rest] = paragraph(page, labelWidth + 2, text)
  return [`  ${paint(page, ['dim'], label.padEnd(labelWidth))}${first.trimStart()}`, ...rest]
}

/** Something to copy, such as a command or an address, kept in one piece: breaks only between its parts, with a backslash. */
export function copyable(page: TerminalOptions, label: string, parts: readonly string[]): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const part of parts.map(visibleInline)) {
    const longer = current === '' ? part : `${current} ${part}`
    if (current !== '' && longer.length + labelWidth + 4 > page.width) {
      lines.push(`${current} \\`)
      current = `  ${part}`
    } else {
      current = longer
    }
  }
  return [...lines, current].map((line, index) => {
    const start = index === 0 ? paint(page, ['dim'], label.padEnd(labelWidth)) : ' '.repeat(labelWidth)
    return `  ${start}${line}`
  })
}

/** At most `limit` items in words, `a, b and 3 more`; all of them on a verbose page. */
export function listed({ verbose }: TerminalOptions, items: readonly string[], limit: number): string {
  if (verbose || items.length <= limit) return items.join(', ')
  return `${items.slice(0, limit).join(', ')} and ${items.length - limit} more`
}
