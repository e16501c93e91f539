import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../../spec/report.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { Fault, messageOf, UsageError } from '../fault.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { TerminalOptions } from './terminal/page.ts'
import { terminal } from './terminal.ts'
import { writeFileAtomically } from './write-file.ts'

type Renderer = (report: Report, requirements: ReadonlyMap<string, Requirement>, options: TerminalOptions) => string

const renderers = { terminal, json, junit } as const satisfies Readonly<Record<string, Renderer>>

type ReporterName = keyof typeof renderers

/** What to render, and where to: an absolute path, or null for standard output. */
export interface Destination {
  readonly reporter: ReporterName
  readonly path: string | null
}

/** The part of a stream such as process.stdout that reports need. */
export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
  hasColors?(): boolean
  write(text: string, done: (error?: Error | null) => void): unknown
}

export interface WriteOptions {
  readonly verbose: boolean
  readonly quiet: boolean
  readonly stdout?: Output
}

/**
 * Reads the values of `--reporter`, each `name` or `name=path`; without any, the terminal report goes to standard output. Paths
 * are relative to the working directory. Throws a UsageError for what is unknown or would overwrite something.
 */
export function parseReporters(values: readonly string[]): readonly Destination[] {
  const destinations = (values.length === 0 ? ['terminal'] : values).map(parseReporter)
  for (const [index, { reporter, path }] of destinations.entries()) {
    const other = destinations.slice(0, index).find((earlier) => earlier.path === path)
    if (other === undefined) continue
    const place = path ?? 'standard output'
    throw new UsageError(
      `${other.reporter} and ${reporter} would both be written to ${place}: give one --reporter ${reporter}=<path>`,
    )
  }
  return destinations
}

/** Renders a report for each destination and writes it. Throws a Fault that names the files which could not be written. */
export async function writeReports(
  report: Report,
  requirements: ReadonlyMap<string, Requirement>,
  destinations: readonly Destination[],
  { verbose, quiet, stdout = process.stdout }: WriteOptions,
): Promise<void> {
  const problems: string[] = []
  for (const { reporter, path } of destinations) {
    const options = { verbose, quiet, ...(path === null ? screen(stdout) : paper) }
    const text = renderers[reporter](report, requirements, options)
    const written = path === null ? print(stdout, text) : writeFileAtomically(path, text)
    await written.catch((error: unknown) => {
      problems.push(`cannot write the ${reporter} report to ${path ?? 'standard output'}: ${messageOf(error)}`)
    })
  }
  if (problems.length > 0) throw new Fault(problems.join('\n'))
}

const paper = { colour: false, width: 80 } as const

/** `hasColors` of Node knows about NO_COLOR. A terminal of unknown width says 0; in a very narrow one nothing can be laid out. */
function screen(stdout: Output): Pick<TerminalOptions, 'colour' | 'width'> {
  const { isTTY = false, columns = 0 } = stdout
  if (!isTTY) return paper
  return { colour: stdout.hasColors?.() ?? false, width: columns < 40 ? paper.width : columns }
}

function print(stdout: Output, text: string): Promise<void> {
  return new Promise((done, failed) => {
    stdout.write(text, (error) => (error ? failed(error) : done()))
  })
}

function parseReporter(value: string): Destination {
  const [name = '', ...rest] = value.split('=')
  if (!isReporterName(name)) {
    throw new UsageError(
      `--reporter ${value}: there is no reporter ${name || 'without a name'}; there are ${names.join(', ')}`,
    )
  }
  if (rest.length === 0) return { reporter: name, path: null }
  const path = rest.join('=')
  if (path === '') throw new UsageError(`--reporter ${value}: a path is missing after the equals sign`)
  if (isDirectory(path)) throw new UsageError(`--reporter ${value}: ${path} is a directory; name a file in it`)
  return { reporter: name, path: resolve(path) }
}

/** False also where the path leads nowhere yet: what is wrong with it, writing will tell. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

const names = Object.keys(renderers)

function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(renderers, name)
}
