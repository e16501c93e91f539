/** Exit statuses of the command line. */
export const exitStatus = {
  /** Conformant; or, for other commands than `run`, done. */
  ok: 0,
  /** Not conformant, or a baseline that is out of date; a document that is not valid. */
  notConformant: 1,
  /** The command line is wrong, or selects nothing. */
  usage: 2,
  /** The verdict cannot be trusted: the environment, this tool, or missing results. */
  untrustworthy: 3,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** One command of the command line. */
export interface CliCommand {
  /** The whole help, which begins with the usage line. */
  readonly help: string
  /**
   * Of a command that takes --kernel: arguments that it gets on a slower machine before those that were given, so that these
   * count.
   */
  readonly onSlowMachine?: readonly string[]
  /** Does the work. Bad arguments throw UsageError, an unfit machine throws Fault. */
  readonly run: (args: readonly string[]) => Promise<ExitStatus>
}
