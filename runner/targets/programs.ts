import { examinePrograms } from '../doctor/programs.ts'

/** Which of these programs are not there: a sentence each that says how to get it, by name. */
export function missingPrograms(names: readonly string[]): ReadonlyMap<string, string> {
  if (names.length === 0) return new Map()
  return new Map(
    examinePrograms()
      .filter(({ name, present }) => names.includes(name) && !present)
      .map(({ name, remedy }) => [name, `there is no ${name}: ${remedy}`]),
  )
}
