import { basename } from 'node:path'
import type { InvocationRecord } from '../../spec/report.ts'
import type { Step } from '../invoke/step.ts'
import { shellCommand, shellQuote } from '../shell-quote.ts'
import { choice, hereDocument, scriptEnd, scriptStart } from './reproducer-script.ts'
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
  const choices = new Set<string>()
  const numbered = steps.map((step, index) => {
    const number = `${index + 1}/${steps.length}`
    if (step.kind !== 'invocation') return repeated(step, number, choices)
    const lines = invocation(number, step, choices)
    const chosen = choicesIn(step.record)
    for (const each of chosen) choices.add(each)
    const matters = steps.slice(index + 1).some((later) => textsOf(later).some((text) => mentions(text, chosen)))
    return matters ? `${lines}\n${hereDocument('chosen', listed(step.record).join('\n'))}` : lines
  })
  return `${[scriptStart(visibleInline(options.title)), ...numbered, scriptEnd(conclusion(steps, options))].join('\n\n')}\n`
}

type Invocation = Extract<Step, { readonly kind: 'invocation' }>

function repeated(step: Exclude<Step, Invocation>, number: string, choices: ReadonlySet<string>): string {
  if (step.kind === 'file') return file(number, step)
  if (step.kind === 'container') return command(number, ['ip', 'netns', 'add', basename(step.netns)], choices)
  if (step.kind === 'remove-container') return command(number, ['ip', 'netns', 'delete', basename(step.netns)], choices)
  const inside = step.netns === null ? [] : ['nsenter', `--net=${step.netns}`, '--']
  return command(number, [...inside, ...step.argv], choices)
}

function command(number: string, argv: readonly string[], choices: ReadonlySet<string>): string {
  const words = argv.map((word) =>
    mentions(word, choices) ? `"$(printf %s ${shellQuote(word)} | renewed)"` : shellCommand([word]),
  )
  return [heading(number, shellCommand(argv)), `${words.join(' ')} </dev/null`, 'ended $?'].join('\n')
}

/** The names and hardware addresses in what a plugin printed, in their order. */
function listed({ stdout }: InvocationRecord): readonly string[] {
  return [...stdout.matchAll(new RegExp(choice, 'g'))].map(([text]) => text.slice(0, -1).replace(/.*"/, ''))
}

/** Those of them that nobody has told the plugin, so that it chooses others when it runs again. */
function choicesIn(record: InvocationRecord): ReadonlySet<string> {
  const told = [record.stdin, ...Object.values(record.env)]
  return new Set(listed(record).filter((name) => name !== '' && !told.some((text) => text.includes(name))))
}

function mentions(text: string, choices: ReadonlySet<string>): boolean {
  return [...choices].some((each) => text.includes(each))
}

/** Where a step may name what a plugin chose before. */
function textsOf(step: Step): readonly string[] {
  if (step.kind === 'invocation') return [step.record.stdin]
  return step.kind === 'command' ? step.argv : []
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
  { record, killAfterSeconds, together }: Invocation,
  choices: ReadonlySet<string>,
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
      ? hereDocument(mentions(record.stdin, choices) ? `{ renewed | ${line}; }` : line, record.stdin)
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
