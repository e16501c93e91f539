import type { BaselineEntry } from './baseline.ts'
import type { Command } from './commands.ts'
import type { JsonObject } from './json.ts'
import type { CaseGroup } from './plan.ts'
import type { Level, PluginKind } from './requirement.ts'
import type { Verdict } from './verdict.ts'
import type { SpecVersion } from './versions.ts'

/** How an execution of a plugin ended. */
export type OutcomeKind =
  /** Exit status 0, and an output that the operation allows. */
  | 'success'
  /** A non-zero exit status and an error object on standard output. */
  | 'cni-error'
  /** Ended by itself, but output and exit status are none of the two above. */
  | 'malformed'
  /** Killed by a signal that did not come from us. */
  | 'crash'
  /** Still running, or keeping its output open, at the deadline. */
  | 'timeout'
  /** Wrote more than any result can need, and was stopped. */
  | 'flood'
  /** The kernel could not start it. */
  | 'not-executable'

/** One execution of a plugin: the evidence. Long outputs are cut, which `truncated` says. */
export interface InvocationRecord {
  /** Undefined where the check leaves CNI_COMMAND unset or sets it to something that is no command. */
  readonly command: Command | undefined
  /** Absolute path of what was executed. */
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin: string
  /** The same bytes in base64, where they are no UTF-8, so that `stdin` does not tell them. */
  readonly stdinBase64?: string
  readonly stdout: string
  readonly stderr: string
  readonly truncated: boolean
  /** Null when a signal ended it or it never ran. */
  readonly exitCode: number | null
  readonly signal: string | null
  readonly outcome: OutcomeKind
  readonly durationMs: number
}

/** Why a violation does not fail the run: what the baseline says about it. */
export interface KnownDeviation {
  readonly reason: string
  /** Address of a public report; null where there is none. */
  readonly issue: string | null
  /** The last day on which it is excused, `YYYY-MM-DD`; null where no end is set. */
  readonly expires: string | null
}

/** The verdict on one case, with what supports it. */
export interface CaseResult {
  /** Unique in the report and the same in every run: `bridge@1.0.0 DEL-003/repeated (dual-stack)`. */
  readonly id: string
  /** The id of the requirement. */
  readonly requirement: string
  readonly level: Level
  readonly contested: boolean
  readonly group: CaseGroup
  /** The name of the target. */
  readonly target: string
  /** Null for what does not depend on the version. */
  readonly specVersion: SpecVersion | null
  /** The name of the check where a requirement has several, else the empty string. */
  readonly check: string
  /** The name of the target's configuration; null where none is used. */
  readonly configuration: string | null
  /** What the check asserts, as a sentence that begins with the plugin. */
  readonly title: string
  readonly verdict: Verdict
  /** Set on a violation that the baseline knows. The verdict is the same as without one. */
  readonly known: KnownDeviation | null
  /** Why it is not `pass`, in words; the empty string for `pass`. */
  readonly message: string
  readonly expected: string | null
  readonly actual: string | null
  readonly durationMs: number
  readonly invocations: readonly InvocationRecord[]
  /** A shell script that shows the same without this tool; null where there is nothing to show. */
  readonly reproducer: string | null
}

export interface ReportTarget {
  readonly name: string
  readonly path: string
  readonly kind: PluginKind | null
  readonly versions: readonly SpecVersion[]
  readonly profile: string | null
}

/** Counts by verdict; `planned` is their sum. */
export interface Summary {
  readonly planned: number
  readonly pass: number
  readonly fail: number
  readonly warn: number
  readonly note: number
  readonly notApplicable: number
  readonly blocked: number
  readonly untestable: number
  readonly notRun: number
  readonly error: number
}

/** How the baseline and the run fit together. */
export interface BaselineOutcome {
  /** The plugins that the baseline was made for. */
  readonly plugins: { readonly name: string; readonly version: string }
  /** How many violations are known. */
  readonly known: number
  /** Entries whose cases passed: they fail the run, so that nothing is excused that has been fixed. */
  readonly stale: readonly BaselineEntry[]
  /** Entries that would cover a violation, but whose last day is over. */
  readonly expired: readonly BaselineEntry[]
}

export interface Report {
  readonly format: 'cni-conformance/report'
  readonly formatVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly environment: {
    readonly node: string
    readonly kernel: string
    readonly architecture: string
    readonly privileges: 'root' | 'user-namespace'
  }
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  /** What the specification asks for. */
  readonly summary: Summary
  /** What plugins of these types are known for. */
  readonly behaviours: Summary
  /** Every violation that counts at the chosen level was looked for, and none was found. */
  readonly conformant: boolean
  /**
   * Conformant, or no violation counts that the baseline does not know; no entry of the baseline is stale; and behaviours are as
   * documented, where what is less than a must counts.
   */
  readonly acceptable: boolean
  /** Null where none was given. */
  readonly baseline: BaselineOutcome | null
  /** Why the verdict cannot be trusted; empty when it can. */
  readonly distrust: readonly string[]
  readonly options: JsonObject
  readonly targets: readonly ReportTarget[]
  readonly results: readonly CaseResult[]
}
