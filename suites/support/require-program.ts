import { missingPrograms } from '../../runner/targets/programs.ts'
import { Untestable } from './interruptions.ts'

/** A program of the system without which a check can say nothing. */
export function requireProgram(name: string): void {
  const missing = missingPrograms([name]).get(name)
  if (missing !== undefined) throw new Untestable(missing)
}
