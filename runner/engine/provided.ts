import type { PlannedCase } from '../../spec/plan.ts'
import type { InvocationRecord } from '../../spec/report.ts'
import type { Target } from '../../spec/target.ts'

/** What the command line hands to the suites in the worker processes. */
export interface RunContext {
  readonly targets: readonly Target[]
  /** Only the cases that are to be run. */
  readonly cases: readonly PlannedCase[]
  /** Directories for CNI_PATH. */
  readonly cniPath: readonly string[]
  /** Directories that plugins need although a sandbox hides what lies around them. */
  readonly visible: readonly string[]
  /** Deadline of one invocation. */
  readonly timeoutMs: number
  /** How long what should get through may take, where most of it is known not to; else as long as could ever be needed. */
  readonly patienceMs?: number
  /** Set when requests are made at random: how many for each check, and from which number they follow. */
  readonly generated?: { readonly runs: number; readonly seed: number }
  /** A file that plugins of the self-test write in the sandbox, and whose content comes back with the ending of each case. */
  readonly traceFile?: string
}

/** What supports the verdict on a case that is not passed. */
export interface Evidence {
  readonly invocations: readonly InvocationRecord[]
  readonly reproducer: string | null
}

/**
 * What travels with each test.
 *
 * @public An augmentation counts where the module is known to be one, in the declarations too.
 */
export type { TaskMeta } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    run: RunContext
  }
  interface TaskMeta {
    /** The id of the planned case. */
    caseId?: string
    /** What the check asserts, as a sentence. */
    assertion?: string
    evidence?: Evidence
    /** What was in the `traceFile` at the end; undefined when there was no such file. */
    trace?: string | undefined
  }
}
