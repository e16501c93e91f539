import { paint, paragraph, type Style, type TerminalOptions } from '../../report/terminal/page.ts'
import { visibleInline } from '../../report/visible.ts'
import { type Examination, isValid } from './examine.ts'
import { excerptOf } from './excerpt.ts'
import type { Finding } from './finding.ts'
import { positionOf } from './position.ts'

/** What a file was read as, what is to be said about it, and whether it is valid. */
export function examinationText(page: TerminalOptions, examination: Examination): readonly string[] {
  return [
    ...guessText(page, examination),
    ...examination.findings.flatMap((finding) => [...findingText(page, examination, finding), '']),
    verdictText(page, examination),
  ]
}

function guessText(page: TerminalOptions, { file, kind, version, reasons }: Examination): readonly string[] {
  if (reasons.length === 0) return []
  const words = `${file}: read as ${kind} of CNI ${version}, because ${reasons.join(' and ')}; the kind as first argument and --spec-version override this`
  return [...paragraph(page, 0, visibleInline(words)).map((line) => paint(page, ['dim'], line)), '']
}

function findingText(page: TerminalOptions, { file, text }: Examination, finding: Finding): readonly string[] {
  const { line, column } = positionOf(text, finding.span.start)
  const styles: readonly Style[] = ['bold', finding.severity === 'issue' ? 'red' : 'yellow']
  const number = String(line).padStart(4)
  const excerpt = excerptOf(text, finding.span, Math.max(page.width - number.length - 3, narrowest))
  const [first = '', ...rest] = paragraph(page, 0, visibleInline(`${file}:${line}:${column}: ${finding.message}`))
  return [
    paint(page, ['bold'], first),
    ...rest.map((more) => paint(page, ['bold'], `  ${more}`)),
    ...originText(page, finding),
    `${paint(page, ['dim'], `${number} |`)} ${excerpt.line}`,
    `${paint(page, ['dim'], `${' '.repeat(number.length)} |`)} ${paint(page, styles, excerpt.marker)}`,
  ]
}

/** Room for a few characters around the place, on however narrow a terminal. */
const narrowest = 24

function originText(page: TerminalOptions, { severity, pointer, requirement, plugin }: Finding): readonly string[] {
  const parts = [
    severity === 'note' ? 'note' : '',
    requirement ?? '',
    plugin === undefined ? '' : `plugin ${plugin}`,
    pointer === undefined || pointer === '' ? '' : `at ${visibleInline(pointer)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : paragraph(page, 2, parts.join(', ')).map((line) => paint(page, ['dim'], line))
}

function verdictText(page: TerminalOptions, examination: Examination): string {
  const { file, findings } = examination
  const issues = findings.filter(({ severity }) => severity === 'issue').length
  const counts = [counted(issues, 'issue'), counted(findings.length - issues, 'note')].filter((count) => count !== '')
  const verdict = isValid(examination) ? paint(page, ['green'], 'valid') : paint(page, ['red'], 'not valid')
  return `${visibleInline(file)}: ${verdict}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
