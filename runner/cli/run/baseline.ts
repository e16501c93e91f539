import { basename, resolve } from 'node:path'
import { type Applied, applyBaseline, type Baseline, type BaselineSubject } from '../../../spec/baseline.ts'
import { toBeReviewed, updateBaseline } from '../../../spec/update-baseline.ts'
import { Fault, messageOf, UsageError } from '../../fault.ts'
import { readBaselineFile, writeBaselineFile } from '../../report/baseline-file.ts'

/** What `--baseline` and `--update-baseline` ask for. */
export interface BaselineRequest {
  /** As given. */
  readonly path: string
  readonly update: boolean
  /** Empty where the file is still to be made. */
  readonly baseline: Baseline
}

interface BaselineOptions {
  readonly path: string | undefined
  readonly update: boolean
  readonly bail: boolean
  /** The directory under test, which names a set of plugins until somebody gives it a better name. */
  readonly directory: string
}

/** Reads the baseline that a run is to be compared with; undefined when none is given. Throws UsageErrors. */
export function requestedBaseline({ path, update, bail, directory }: BaselineOptions): BaselineRequest | undefined {
  if (path === undefined) {
    if (update) throw new UsageError('--update-baseline needs --baseline <file>, which is the file to write')
    return undefined
  }
  if (update && bail) throw new UsageError('--update-baseline needs the whole run, which --bail may cut short')
  const found = readBaselineFile(path)
  if (found === undefined && !update) {
    throw new UsageError(
      `--baseline ${path} does not exist: add --update-baseline to make it of the violations of a run`,
    )
  }
  return { path, update, baseline: found ?? emptyBaseline(basename(resolve(directory))) }
}

function emptyBaseline(name: string): Baseline {
  return {
    format: 'cni-conformance/baseline',
    formatVersion: 1,
    plugins: { name, version: 'unknown' },
    entries: [],
  }
}

/** The results as they are seen in the light of the baseline; without one, as they are. */
export type Settled = Applied | { readonly results: BaselineSubject['results']; readonly outcome: null }

export function compare(request: BaselineRequest | undefined, subject: BaselineSubject, today: string): Settled {
  return request === undefined
    ? { results: subject.results, outcome: null }
    : applyBaseline(request.baseline, subject, today)
}

interface Circumstances {
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
  /** A run that cannot be trusted says nothing about the entries either. */
  readonly isTrusted: boolean
}

/** Compares a whole run with the baseline, after bringing that up to date if it is asked for. */
export async function settle(
  request: BaselineRequest | undefined,
  subject: BaselineSubject,
  { today, isTrusted }: Circumstances,
): Promise<Settled> {
  if (request === undefined || !request.update) return compare(request, subject, today)
  if (isTrusted) return compare(await updated(request, subject), subject, today)
  say(`${request.path} is as it was, because the run cannot be trusted`)
  return compare(request, subject, today)
}

/** Writes the file, and says on standard error what has changed. Throws a Fault when it cannot be written. */
async function updated(request: BaselineRequest, subject: BaselineSubject): Promise<BaselineRequest> {
  const { path } = request
  const { baseline, kept, dropped, added } = updateBaseline(request.baseline, subject)
  await writeBaselineFile(path, baseline).catch((error: unknown) => {
    throw new Fault(`cannot write the baseline to ${path}: ${messageOf(error)}`)
  })
  const unseen = added.filter(({ reason }) => reason === toBeReviewed).length
  const review = unseen === 0 ? '' : `, ${unseen} of them ${toBeReviewed}`
  say(`${path}: ${kept.length} entries kept, ${dropped.length} dropped, ${added.length} added${review}`)
  return { ...request, baseline }
}

function say(text: string): void {
  process.stderr.write(`cni-conformance: ${text}\n`)
}
