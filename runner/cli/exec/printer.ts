import { screenOf } from '../screen.ts'
import { execDocument } from './document.ts'
import type { ExecOptions } from './options.ts'
import type { SessionEvent, SessionReport, SessionSetup } from './session.ts'
import { closing, eventText, opening, stepFailure } from './text.ts'

/** Shows a session on standard output and error. */
export interface Printer {
  readonly begin: () => void
  readonly event: (event: SessionEvent) => void
  readonly end: (report: SessionReport) => void
}

export function printerFor(output: ExecOptions['output'], setup: SessionSetup): Printer {
  return { text: textPrinter, quiet: quietPrinter, json: jsonPrinter }[output](setup)
}

function textPrinter({ network, cniVersion, place, containerId, timeoutMs }: SessionSetup): Printer {
  const page = { ...screenOf(process.stdout), timeoutMs }
  const where = place.kind === 'sandbox' ? 'in a sandbox' : 'on this machine'
  return {
    begin: () => print(opening(page, `network ${network.name}, CNI ${cniVersion}, container ${containerId}, ${where}`)),
    event: (event) => print(eventText(page, event)),
    end: (report) => print(closing(page, report)),
  }
}

/** Results on standard output, and what went wrong on standard error. */
function quietPrinter({ timeoutMs }: SessionSetup): Printer {
  const page = { ...screenOf(process.stderr), timeoutMs }
  return {
    begin: () => {},
    event: (event) => {
      if (event.kind === 'begin') complain(event.notes)
      if (event.kind === 'step') complain(stepFailure(page, event.command, event.step))
      if (event.kind === 'step' && event.command === 'VERSION') printJson(event.step.invocation?.document)
      if (event.kind === 'end') printJson(event.operation.result)
    },
    end: (report) =>
      complain(report.operations.some(({ outcome }) => outcome === 'failure') ? closing(page, report) : []),
  }
}

function jsonPrinter(setup: SessionSetup): Printer {
  return { begin: () => {}, event: () => {}, end: (report) => printJson(execDocument(setup, report)) }
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

function printJson(value: unknown): void {
  if (value !== undefined) print([JSON.stringify(value, null, 2)])
}

function complain(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `cni-conformance: ${line}\n`).join(''))
}
