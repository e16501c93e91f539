import { basename } from 'node:path'
import type { InvocationRecord } from '../../spec/report.ts'
import type { Step } from '../invoke/step.ts'
import { shellCommand, shellQuote } from '../shell-quote.ts'
import { hereDocument, scriptEnd, scriptStart } from './reproducer-script.ts'
import { ending } from './terminal/invocation.ts'
import { visible, visibleInline } from './visible.ts'

export interface ReproducerOptions {
  /** The case and what it asserts. */
  readonly title: string
  readonly expected?: string
  readonly actual?: string
}

/**
 * A POSIX shell script that repeats the steps of a check in namespaces of its own, without this tool, and prints what each
 * execution of a plugin did. It needs util-linux and iproute2, and no privileges where the kernel gives user namespaces to
 * everyone. Input that does not end with a line break gets one.
 */
export function reproducer(steps: readonly Step[], options: ReproducerOptions): string {
  const numbered = steps.map((step, index) => repeated(step, `${index + 1}/${steps.length}`))
  return `${[scriptStart(visibleInline(options.title)), ...numbered, scriptEnd(conclusion(steps, options))].join('\n\n')}\n`
}

function repeated(step: Step, number: string): string {
  if (step.kind === 'invocation') return invocation(number, step)
  if (step.kind === 'file') return file(number, step)
  if (step.kind === 'container') return command(number, ['ip', 'netns', 'add', basename(step.netns)])
  if (step.kind === 'remove-container') return command(number, ['ip', 'netns', 'delete', basename(step.netns)])
  return command(number, [...(step.netns === null ? [] : ['nsenter', `--net=${step.netns}`, '--']), ...step.argv])
}

function command(number: string, argv: readonly string[]): string {
  return [heading(number, shellCommand(argv)), `${shellCommand(argv)} </dev/null`, 'ended $?'].join('\n')
}

function file(number: string, { path, content, mode }: Extract<Step, { readonly kind: 'file' }>): string {
  const target = shellQuote(path)
  return [
    heading(number, `write ${path}`),
    `mkdir -p "$(dirname ${target})"`,
    hereDocument(`cat >${target}`, content),
    `chmod ${mode.toString(8)} ${target}`,
    'ended $?',
  ].join('\n')
}

function invocation(
  number: string,
  { record, killAfterSeconds, together }: Extract<Step, { readonly kind: 'invocation' }>,
): string {
  const environment = Object.entries(record.env).map(([name, value]) => shellQuote(`${name}=${value}`))
  const words = [
    ...(killAfterSeconds === undefined ? timeLimit(record) : [`timeout -s KILL ${killAfterSeconds.toFixed(2)}`]),
    'env -i',
    ...('PATH' in record.env ? [] : ['"PATH=$PATH"']),
    ...environment,
    ...program(record.executable).map(shellQuote),
  ]
  const line = `${words.join(' \\\n  ')} >"$out" 2>"$err"`
  return [
    heading(number, `${record.command ?? 'no command'}: ${record.executable}`),
    ...(together === true
      ? ["echo 'In the run, others ran at the same time; here they come one after the other.'"]
      : []),
    ...(killAfterSeconds === undefined ? [] : ["echo 'It is killed on purpose.'"]),
    record.stdinBase64 === undefined
      ? hereDocument(line, record.stdin)
      : `echo ${shellQuote(record.stdinBase64)} | base64 -d | ${line}`,
    `plugin_ended $? ${shellQuote(visibleInline(ending(record)))}`,
  ].join('\n')
}

/** A plugin that hung in the run would hang here too. */
function timeLimit({ outcome, durationMs }: InvocationRecord): readonly string[] {
  return outcome === 'timeout' ? [`timeout -k 1 ${Math.max(1, Math.ceil(durationMs / 1000))}`] : []
}

/** `env` takes a word with an equals sign for a variable, so such a path goes through a shell. */
function program(executable: string): readonly string[] {
  return executable.includes('=') ? ['/bin/sh', '-c', 'exec "$0"', executable] : [executable]
}

function heading(number: string, what: string): string {
  return `step ${number} ${shellQuote(visibleInline(what))}`
}

function conclusion(steps: readonly Step[], { title, expected, actual }: ReproducerOptions): string {
  const last = steps.findLast((step) => step.kind === 'invocation')
  return visible(
    [
      `Asserted: ${title}`,
      ...(expected === undefined ? [] : [`Expected: ${expected}`]),
      ...(actual === undefined ? [] : [`Came in the run: ${actual}`]),
      ...(last === undefined ? [] : [`The last plugin in the run ended with: ${ending(last.record)}`]),
    ].join('\n'),
  )
}
