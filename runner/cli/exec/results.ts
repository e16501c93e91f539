import type { JsonObject } from '../../../spec/json.ts'

/** What a runtime has to keep of an ADD for the CHECK and the DEL of the same attachment (section 3, Adding an attachment). */
export interface StoredAttachment {
  /** The result of the last plugin. */
  readonly result: JsonObject
  /** CNI_ARGS of the ADD. */
  readonly args?: string
  readonly capabilityArguments?: JsonObject
}

export type Stored =
  | { readonly kind: 'none' }
  | { readonly kind: 'attachment'; readonly attachment: StoredAttachment }
  /** There is something, but it is of no use; `problem` is a clause that names it and says why. */
  | { readonly kind: 'damaged'; readonly problem: string }

/** Where the result of one attachment is kept between ADD and DEL. */
export interface Results {
  readonly load: () => Promise<Stored>
  readonly save: (attachment: StoredAttachment) => Promise<void>
  readonly remove: () => Promise<void>
}

/** For a sandbox, of which nothing remains. */
export function resultsInMemory(): Results {
  let stored: Stored = { kind: 'none' }
  return {
    load: () => Promise.resolve(stored),
    save: (attachment) => {
      stored = { kind: 'attachment', attachment }
      return Promise.resolve()
    },
    remove: () => {
      stored = { kind: 'none' }
      return Promise.resolve()
    },
  }
}
