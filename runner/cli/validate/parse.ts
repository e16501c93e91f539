import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Json } from '../../../spec/json.ts'
import { beginning, type Finding } from './finding.ts'
import { scan } from './scan.ts'
import { syntaxError } from './syntax-error.ts'

/** A text as JSON, with what is wrong with it. */
export interface Parsed {
  readonly findings: readonly Finding[]
  /** Undefined when the text cannot be understood. What JSON does not allow, such as comments, need not prevent that. */
  readonly document: ParsedDocument | undefined
}

export interface ParsedDocument {
  readonly value: Json
  /** The same with places in the text. */
  readonly root: ValueNode
}

/** Parses a text that is meant to be one JSON document. Never throws because of the text. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { findings: [empty], document: undefined }
  const { findings, cleaned } = scan(text)
  if (cleaned === undefined) return { findings, document: undefined }
  const value = jsonValue(cleaned)
  if (value === undefined) return { findings: [...findings, syntaxError(cleaned)], document: undefined }
  return { findings, document: { value, root: parse(cleaned, { ranges: true }).body } }
}

const empty: Finding = {
  severity: 'issue',
  span: beginning,
  message: 'the file is empty: it has to hold one JSON object',
  rule: 'syntax',
}

function jsonValue(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
