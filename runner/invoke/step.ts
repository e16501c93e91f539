import type { InvocationRecord } from '../../spec/report.ts'

/** Something that was done in a sandbox, in a form that a shell script can repeat. */
export type Step =
  | {
      readonly kind: 'invocation'
      readonly record: InvocationRecord
      /** Set when it was killed on purpose: how long to wait, in seconds, before that is done again. */
      readonly killAfterSeconds?: number
      /** It ran together with the invocations around it that say the same. */
      readonly together?: boolean
    }
  /** `netns` is the path of a container's network namespace; null for the host. */
  | {
      readonly kind: 'command'
      readonly netns: string | null
      readonly argv: readonly string[]
    }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly content: string
      readonly mode: number
    }
  | { readonly kind: 'container'; readonly netns: string }
  | { readonly kind: 'remove-container'; readonly netns: string }
