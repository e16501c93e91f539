/** What a program did that ran to its end. */
export interface Execution {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** Runs a program inside the namespaces that are observed: those of the sandbox's host, or of one container. */
export type Execute = (command: string, args: readonly string[], input?: string) => Promise<Execution>
