import type { InvocationRecord } from '../../../spec/report.ts'
import { indentJson } from '../indent-json.ts'
import { visibleInline } from '../visible.ts'
import { type Page, paint, paragraph } from './page.ts'

/** What is shown of a long input or output, and of many invocations, on a page that is not verbose. */
const maxLines = 40
const maxInvocations = 5

/** The evidence: what was executed, with which environment and input, and what came of it. */
export function invocationList(page: Page, records: readonly InvocationRecord[]): readonly string[] {
  const hidden = page.verbose ? 0 : Math.max(0, records.length - maxInvocations)
  return [
    ...(hidden === 0 ? [] : [`  ${hidden} earlier invocations, which the JSON report has`, '']),
    ...records.slice(hidden).flatMap((record, index) => [...invocation(page, record, hidden + index + 1), '']),
  ]
}

function invocation(page: Page, record: InvocationRecord, number: number): readonly string[] {
  const { command, executable, env, stdin, stdinBase64, stdout, stderr, truncated } = record
  const [first = '', ...rest] = paragraph(page, 5, `${command ?? 'no command'}: ${ending(record)}`)
  return [
    `  ${paint(page, ['bold'], `${number}. ${first.trimStart()}`)}`,
    ...rest,
    ...paragraph(page, 5, visibleInline(executable)),
    ...Object.entries(env).flatMap(([name, value]) => paragraph(page, 7, visibleInline(`${name}=${value}`))),
    ...stream(page, stdinBase64 === undefined ? 'stdin' : 'stdin (no UTF-8, the JSON report has its bytes)', stdin),
    ...stream(page, truncated ? 'stdout (cut)' : 'stdout', stdout),
    ...stream(page, truncated ? 'stderr (cut)' : 'stderr', stderr),
  ]
}

/** How an execution ended, in words: `exit status 1 after 34 ms (cni-error)`. */
export function ending({ exitCode, signal, outcome, durationMs }: InvocationRecord): string {
  const how = exitCode !== null ? `exit status ${exitCode}` : signal !== null ? `killed by ${signal}` : 'no exit status'
  return `${how} after ${Math.round(durationMs)} ms (${outcome})`
}

function stream(page: Page, name: string, content: string): readonly string[] {
  if (content === '') return [`     ${paint(page, ['dim'], `${name}: empty`)}`]
  const lines = paragraph(page, 7, indentJson(content).replace(/\n+$/, ''))
  const shown = page.verbose ? lines : lines.slice(0, maxLines)
  const hidden = lines.length - shown.length
  return [
    `     ${paint(page, ['dim'], name)}`,
    ...shown,
    ...(hidden === 0 ? [] : [`       … ${hidden} more lines, which the JSON report has`]),
  ]
}
