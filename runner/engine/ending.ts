import type { Finding } from '../../spec/verdict.ts'
import type { Evidence } from './provided.ts'

/** How a check ended, as the worker reported it. */
export interface CaseEnding {
  readonly caseId: string
  readonly title: string
  readonly finding: Finding
  /** Why it is not `kept`, in words; else empty. */
  readonly message: string
  readonly expected: string | null
  readonly actual: string | null
  readonly durationMs: number
  readonly evidence: Evidence | undefined
  /** What the plugin wrote into the trace file, if there is one. */
  readonly trace?: string | undefined
}

/** An error as it arrives from a worker: the class is lost on the way, the name is not. */
export interface ThrownError {
  readonly name?: string
  readonly message: string
  readonly expected?: unknown
  readonly actual?: unknown
}

/**
 * What a thrown error says about the plugin. Only a failed assertion accuses it; whatever is not known by name is the tool's
 * own fault.
 */
export function findingOf(error: ThrownError): Finding {
  switch (error.name) {
    case 'AssertionError':
      return 'violated'
    case 'Blocked':
      return 'blocked'
    case 'NotApplicable':
      return 'not-applicable'
    case 'Untestable':
      return 'untestable'
    case undefined:
    default:
      return 'error'
  }
}
