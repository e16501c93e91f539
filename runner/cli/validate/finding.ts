import type { PluginType } from '../../../spec/plugin-types.ts'
import type { RequirementId } from '../../../spec/registry.ts'

/** A part of a text, from `start` up to but without `end`, in UTF-16 code units. At the end of the text both are its length. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something to say about a place in a file. */
export interface Finding {
  /** An issue makes the file not valid; a note does not. */
  readonly severity: 'issue' | 'note'
  readonly span: Span
  /** JSON pointer (RFC 6901); undefined where the file is no JSON. */
  readonly pointer?: string
  /** A sentence without a full stop. */
  readonly message: string
  /** A word for the rule, to sort by: a keyword of JSON Schema, or one of this command such as `comment`. */
  readonly rule: string
  /** What of the specification is broken. */
  readonly requirement?: RequirementId
  /** The well-known plugin whose keys are wrong, where the specification says nothing about them. */
  readonly plugin?: PluginType
}

/** Where there is nothing to point at but a file. */
export const beginning: Span = { start: 0, end: 0 }
