import type { Coverage, Finding } from '../../../spec/coverage/compare.ts'
import type { KnownSentence } from '../../../spec/known-sentence.ts'
import { requirementsById } from '../../../spec/registry.ts'
import { paint, paragraph, type Style, type TerminalOptions } from '../../report/terminal/page.ts'
import { visibleInline } from '../../report/visible.ts'

const styles: Readonly<Record<Finding['state'], readonly Style[]>> = {
  covered: ['green'],
  changed: ['yellow'],
  new: ['magenta'],
  gone: ['red'],
}

/** What was found of a text, a sentence a paragraph, with the totals at the end. */
export function coveragePage(page: TerminalOptions, coverage: Coverage, shown: readonly Finding[]): string {
  const lines = [
    ...shown.flatMap((finding) => entry(page, finding)),
    ...(shown.length > 0 ? [''] : []),
    totals(coverage),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const indent = 18

function entry(page: TerminalOptions, finding: Finding): readonly string[] {
  const line = finding.state === 'gone' ? `after ${finding.line}` : String(finding.sentence.line)
  const [first = '', ...rest] = textsOf(finding).flatMap((text) => paragraph(page, indent, visibleInline(text)))
  const state = paint(page, styles[finding.state], finding.state.padEnd(8))
  return [`${state}${line.padEnd(indent - 8)}${first.slice(indent)}`, ...rest]
}

function textsOf(finding: Finding): readonly string[] {
  switch (finding.state) {
    case 'covered':
      return [finding.sentence.text, finding.known.excluded ?? finding.known.encodes.join(', ')]
    case 'changed':
      return [
        finding.sentence.text,
        `under "${finding.sentence.heading}", fingerprint ${finding.fingerprint}`,
        `before: ${meaningOf(finding.known)}, fingerprint ${finding.known.fingerprint}`,
      ]
    case 'new':
      return [finding.sentence.text, `under "${finding.sentence.heading}", fingerprint ${finding.fingerprint}`]
    case 'gone':
      return [`${meaningOf(finding.known)}, fingerprint ${finding.known.fingerprint}`]
  }
}

/** The requirements that encode a sentence, in our words, or why none does. */
function meaningOf({ encodes, excluded }: KnownSentence): string {
  if (excluded !== undefined) return `excluded: ${excluded}`
  return encodes.map((id) => `${id} (${requirementsById.get(id)?.statement ?? ''})`).join(', ')
}

function totals({ baseline, findings }: Coverage): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  const excluded = findings.filter((finding) => finding.state === 'covered' && finding.known.excluded !== undefined)
  return [
    `compared with ${baseline}: ${count('covered')} covered (${excluded.length} of them excluded with a reason)`,
    `${count('changed')} changed`,
    `${count('new')} new`,
    `${count('gone')} gone`,
  ].join(', ')
}
