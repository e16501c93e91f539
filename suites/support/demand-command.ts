import { type Command, knowsCommand } from '../../spec/commands.ts'
import type { CheckContext } from './context.ts'
import { NotApplicable } from './interruptions.ts'

/** Ends a check of a requirement that is older than the operation which this check tests it with. */
export function demandCommand({ specVersion }: CheckContext, command: Command): void {
  if (!knowsCommand(specVersion, command)) throw new NotApplicable(`version ${specVersion} has no ${command}`)
}
