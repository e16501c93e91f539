import type { RequirementId, TestedRequirementId } from './registry.ts'

/** What is to be said about any requirement. All texts are whole sentences. */
interface Rationale {
  /**
   * Why the specification asks for it: what goes wrong in practice where it is violated. For a permission: what it is good
   * for.
   */
  readonly rationale: string
  /** Violations that were reported in public. */
  readonly knownDeviations?: readonly KnownDeviation[]
}

/** What is to be said about a requirement that checks test, to somebody whose plugin violates it. */
export interface TestedExplanation extends Rationale {
  /** What the checks do, step by step; by the name of the check where there are several. */
  readonly test: string
  /** The usual causes of a violation and how to mend them, most common first. */
  readonly causes: readonly string[]
}

/** What is to be said about a statement that no check tests. */
export interface UntestedExplanation extends Rationale {
  readonly test?: never
  /** As for tested ones; absent where the statement binds runtimes or permits something. */
  readonly causes?: readonly string[]
}

export type Explanation = TestedExplanation | UntestedExplanation

/** A violation that anybody can read about. It may have been mended since. */
export interface KnownDeviation {
  /** The plugin, the runtime, or the library that either is built on. */
  readonly plugin: string
  readonly what: string
  /** The address of the issue or pull request. */
  readonly issue: string
}

/** One explanation for each requirement, with a test for those that are tested and for no other. */
export type AllExplanations = {
  readonly [Id in RequirementId]: Id extends TestedRequirementId ? TestedExplanation : UntestedExplanation
}

/** The explanations of some of the requirements, by id. */
export type Explanations = Partial<AllExplanations>
