import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { Collector } from './collector.ts'
import type { CaseEnding } from './ending.ts'
import type { RunContext } from './provided.ts'

export interface SuiteRun {
  readonly endings: readonly CaseEnding[]
  /** Reasons not to trust the endings, besides those that are missing. */
  readonly troubles: readonly string[]
}

export interface RunOptions {
  readonly jobs: number
  readonly seed?: number | undefined
}

/**
 * Runs the suites in vitest, in worker processes, over the cases of the context.
 *
 * @param options how many cases may be under way at a time, and a number that their order follows from, if it is to be mixed up
 * @param onEnding called as each case ends, for showing progress
 * @param stop ends the run early when it is aborted: what is under way ends, nothing else begins
 */
export async function runSuites(
  context: RunContext,
  { jobs, seed }: RunOptions,
  onEnding: (ending: CaseEnding) => void,
  stop?: AbortSignal,
): Promise<SuiteRun> {
  // Importing vitest takes a quarter of a second, which commands that run nothing should not pay.
  const { createVitest } = await import('vitest/node')
  const collector = new Collector(onEnding)
  const workers = Math.max(1, Math.min(jobs, availableParallelism()))
  const vitest = await createVitest('test', {
    config: false,
    root: join(packageRoot, 'dist'),
    include: ['suites/**/*.suite.js'],
    exclude: [],
    watch: false,
    cache: false,
    pool: 'forks',
    isolate: false,
    retry: 0,
    maxWorkers: workers,
    maxConcurrency: Math.max(1, Math.floor(jobs / workers)),
    ...(seed === undefined ? {} : { sequence: { shuffle: { files: true, tests: true }, seed } }),
    provide: { run: context },
    reporters: [collector],
    // A plugin may end or hang, a worker may not: what a worker does to itself has to be seen.
    dangerouslyIgnoreUnhandledErrors: false,
  })
  let stopped: Promise<unknown> | undefined
  stop?.addEventListener('abort', () => {
    stopped = vitest.cancelCurrentRun('test-failure')
  })
  try {
    await vitest.start()
    await stopped
  } finally {
    await vitest.close()
    // A run of vitest leaves the exit status that its own command line would end with; ours is decided elsewhere.
    process.exitCode = undefined
  }
  return { endings: collector.endings, troubles: collector.troubles }
}
