import type { ChainStep } from '../../invoke/chain.ts'
import { indentJson } from '../../report/indent-json.ts'
import { paint, paragraph, type TerminalOptions } from '../../report/terminal/page.ts'
import { visible, visibleInline } from '../../report/visible.ts'
import { failureOf } from './failure.ts'
import type { KernelView } from './place.ts'
import type { OperationReport, SessionEvent, SessionReport } from './session.ts'

export interface ExecPage extends TerminalOptions {
  readonly timeoutMs: number
}

/** What a session works on, as its first lines. */
export function opening(page: ExecPage, subject: string): readonly string[] {
  return [...paragraph(page, 0, subject), '']
}

/** What happens, as it happens: each execution with all that went in and came out. */
export function eventText(page: ExecPage, event: SessionEvent): readonly string[] {
  switch (event.kind) {
    case 'begin':
      return [
        paint(page, ['bold', 'cyan'], `=== ${event.command} ${'='.repeat(60)}`.slice(0, 60)),
        '',
        ...event.notes.flatMap((note) => [...paragraph(page, 0, note), '']),
      ]
    case 'step':
      return [...stepText(page, event.command, event.step), '']
    case 'end':
      return endText(page, event.operation)
  }
}

/** How a session ended, as its last lines. */
export function closing(page: ExecPage, { operations, notRun, delIsDue }: SessionReport): readonly string[] {
  const failed = operations.filter(({ outcome }) => outcome === 'failure').map(({ command }) => command)
  return [
    ...(delIsDue ? paragraph(page, 0, delDue) : []),
    ...(notRun.length === 0 ? [] : paragraph(page, 0, `Not run because of the failed ADD: ${notRun.join(', ')}.`)),
    failed.length > 0
      ? paint(page, ['bold', 'red'], `Failed: ${failed.join(', ')}.`)
      : paint(page, ['bold', 'green'], `Succeeded: ${operations.map(({ command }) => command).join(', ')}.`),
  ]
}

const delDue = 'The failed ADD may have left something behind, so DEL is due: exec del, with the same file and options.'

/** Why a step failed, in few words. */
export function stepFailure(page: ExecPage, command: string, step: ChainStep): readonly string[] {
  const failure = failureOf(step, page.timeoutMs)
  return failure === undefined ? [] : paragraph(page, 0, visibleInline(`${command} ${step.type}: ${failure}`))
}

function stepText(page: ExecPage, command: string, step: ChainStep): readonly string[] {
  const { type, invocation } = step
  const failure = failureOf(step, page.timeoutMs)
  const heading = paint(page, ['bold'], visibleInline(`${command} ${type}`))
  const ending = paragraph(page, 2, visibleInline(`${statusOf(step)}: ${failure ?? 'success'}`))
  const verdict = ending.map((line) => paint(page, [failure === undefined ? 'green' : 'red'], line))
  if (invocation === undefined) return [heading, '', ...verdict]
  const { executable, env, stdin, stdout, stderr, truncated } = invocation.record
  const cut = truncated ? ' (cut)' : ''
  return [
    `${heading}  (${visibleInline(executable)})`,
    '',
    ...block(
      page,
      'environment',
      Object.entries(env).map(([name, value]) => `${name}=${visibleInline(value)}`),
    ),
    ...block(page, 'standard input', linesOf(indentJson(stdin))),
    ...block(page, `standard output${cut}`, linesOf(indentJson(stdout))),
    ...(stderr === '' ? [] : block(page, `standard error${cut}`, linesOf(stderr))),
    ...verdict,
  ]
}

function statusOf({ invocation }: ChainStep): string {
  if (invocation === undefined) return 'not started'
  const { exitCode, durationMs } = invocation.record
  return `${exitCode === null ? 'no exit status' : `exit status ${exitCode}`} after ${Math.round(durationMs)} ms`
}

function endText(page: ExecPage, { kernel }: OperationReport): readonly string[] {
  return kernel.length === 0 ? [] : [...kernel.flatMap((view) => viewText(page, view)), '']
}

function viewText(page: ExecPage, { side, command, output }: KernelView): readonly string[] {
  return block(
    page,
    `${side}: ${command.join(' ')}`,
    linesOf(typeof output === 'string' ? output : JSON.stringify(output, null, 2)),
  )
}

/** Lines are not wrapped: what stands here is for copying. */
function block(page: ExecPage, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [paint(page, ['dim'], `  ${title}: no output`)]
  return [paint(page, ['dim'], `  ${title}`), ...lines.map((line) => `    ${line}`)]
}

function linesOf(text: string): readonly string[] {
  const trimmed = text.trimEnd()
  return trimmed === '' ? [] : visible(trimmed).split('\n')
}
