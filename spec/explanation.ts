import type { TestedRequirementId } from './registry.ts'

/** What is to be said about a tested requirement to somebody whose plugin violates it. All texts are whole sentences. */
export interface Explanation {
  /** Why the specification asks for it: what goes wrong in practice where it is violated. */
  readonly rationale: string
  /** What the checks do, step by step; by the name of the check where there are several. */
  readonly test: string
  /** The usual causes of a violation and how to mend them, most common first. */
  readonly causes: readonly string[]
  /** Violations that were reported in public. */
  readonly knownDeviations?: readonly KnownDeviation[]
}

/** A violation that anybody can read about. It may have been mended since. */
export interface KnownDeviation {
  /** The plugin, or the library that plugins are built on. */
  readonly plugin: string
  readonly what: string
  /** The address of the issue or pull request. */
  readonly issue: string
}

/** The explanations of some of the tested requirements, by id. */
export type Explanations = Partial<Readonly<Record<TestedRequirementId, Explanation>>>
