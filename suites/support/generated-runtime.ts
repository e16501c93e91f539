import fc from 'fast-check'
import type { JsonObject } from '../../spec/json.ts'

/** What differs from one runtime to the next, and plugins have to put up with. */
export interface RuntimeChoices {
  readonly containerId: string
  /** Undefined where the plugin has no other choice than its usual interface. */
  readonly ifname: string | undefined
  readonly args: string | undefined
  /** Keys of the configuration that no plugin has to know. */
  readonly extra: JsonObject
}

const idCharacters = 'abzABZ019_.-'.split('')

/** Requests as different runtimes may send them, all of them correct. */
export function anyRuntime(): fc.Arbitrary<RuntimeChoices> {
  return fc.record({
    containerId: fc
      .tuple(
        fc.constantFrom(...'azAZ09'.split('')),
        fc.string({ unit: fc.constantFrom(...idCharacters), maxLength: 127, size: 'max' }),
      )
      .map((parts) => parts.join('')),
    ifname: fc.option(fc.stringMatching(/^[a-z][a-z0-9]{0,13}[0-9]$/), { nil: undefined }),
    args: fc.option(
      fc
        .array(fc.tuple(fc.stringMatching(/^[A-Z_]{1,12}$/), fc.stringMatching(/^[\w./:-]{0,20}$/)), { maxLength: 3 })
        .map((pairs) => [['IgnoreUnknown', '1'], ...pairs].map((pair) => pair.join('=')).join(';')),
      { nil: undefined },
    ),
    extra: fc.dictionary(
      fc.stringMatching(/^x-[a-z]{1,8}$/),
      fc.jsonValue({ maxDepth: 1 }).map((value): JsonObject[string] => JSON.parse(JSON.stringify(value))),
      { maxKeys: 2 },
    ),
  })
}
