/** One thing that a machine has or lacks. */
export interface Finding {
  /** The heading that it stands under. */
  readonly group: string
  readonly name: string
  readonly present: boolean
  /** Without it the tool cannot do its job; else it only leaves something untestable. */
  readonly required: boolean
  /** What was found: a version, a path; or what the attempt said when it failed. May be empty. */
  readonly detail: string
  /** What it is for, as a noun phrase. */
  readonly neededFor: string
  /** How to get it, a command first where there is one. */
  readonly remedy: string
}

/** Whether everything is there that the tool cannot do without. */
export function isFit(findings: readonly Finding[]): boolean {
  return findings.every(({ present, required }) => present || !required)
}
