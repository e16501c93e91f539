import type { Profile } from '../../fixtures/profile.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { missingLinkKinds } from './kernel.ts'
import { missingPrograms } from './programs.ts'

/**
 * What this machine lacks of what plugins of these types need: a sentence that says how to get it, by kind of link and by name of
 * the program.
 */
export async function missingFor(sandbox: Sandbox, profiles: readonly Profile[]): Promise<ReadonlyMap<string, string>> {
  const kinds = await missingLinkKinds(
    sandbox,
    profiles.flatMap(({ linkKinds }) => linkKinds),
  )
  return new Map([...kinds, ...missingPrograms(profiles.flatMap(({ programs }) => programs))])
}
