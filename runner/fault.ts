/** What keeps the tool itself from working: never something that a plugin did. The message names the thing and the fix. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The command line, or a file that it names, is wrong: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
