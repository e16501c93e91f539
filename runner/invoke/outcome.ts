import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import type { OutcomeKind } from '../../spec/report.ts'

/** How a process ended, as far as the operating system can tell. */
export interface Ending {
  readonly exitCode: number | null
  readonly signal: string | null
  readonly timedOut: boolean
  readonly flooded: boolean
  readonly stdout: string
}

/** Names how an invocation ended (section 2, Errors: exit status and output say the same). */
export function classify({ exitCode, signal, timedOut, flooded, stdout }: Ending): OutcomeKind {
  if (flooded) return 'flood'
  if (timedOut) return 'timeout'
  if (signal !== null) return 'crash'
  const document = parseDocument(stdout)
  if (exitCode === 0) {
    if (stdout.trim() === '') return 'success'
    return isJsonObject(document) && !isErrorObject(document) ? 'success' : 'malformed'
  }
  return isErrorObject(document) ? 'cni-error' : 'malformed'
}

/** The text as one JSON document; undefined when it is none, or more than one. */
export function parseDocument(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Recognises an error object by its code, which results do not have (section 5, Error). */
export function isErrorObject(document: Json | undefined): document is JsonObject & { readonly code: number } {
  return isJsonObject(document) && typeof document.code === 'number'
}
