import { isErrorObject } from '../../runner/invoke/outcome.ts'
import type { Json } from '../../spec/json.ts'

/** What an error object says to a person, `msg` and `details`; undefined when it is no error object with this code. */
export function errorText(document: Json | undefined, code: number): string | undefined {
  if (!isErrorObject(document) || document.code !== code) return undefined
  return [document.msg, document.details].filter((part) => typeof part === 'string').join(': ')
}
