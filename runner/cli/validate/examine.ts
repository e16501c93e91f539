import { decode } from './decode.ts'
import { duplicateKeys } from './duplicate-keys.ts'
import type { Finding } from './finding.ts'
import { type Judgement, judge, type Told } from './judge.ts'
import { parseJson } from './parse.ts'

/** A file, and all that is to be said about it. */
export interface Examination extends Judgement {
  /** As it was named on the command line. */
  readonly file: string
  readonly text: string
  /** In the order of the file. */
  readonly findings: readonly Finding[]
}

/** Examines the bytes of a file. Nothing in them makes it throw, except that nothing tells their kind: a UsageError. */
export function examine(bytes: Buffer, file: string, told: Told): Examination {
  const { text, findings: encoding } = decode(bytes)
  const { document, findings: syntax } = parseJson(text)
  const judgement = document === undefined ? { ...told, reasons: [], findings: [] } : judge(document, file, told)
  const duplicates = document === undefined ? [] : duplicateKeys(document.root)
  const findings = [...encoding, ...syntax, ...judgement.findings, ...duplicates]
  return { ...judgement, file, text, findings: findings.sort((one, other) => one.span.start - other.span.start) }
}

export function isValid({ findings }: Examination): boolean {
  return findings.every(({ severity }) => severity !== 'issue')
}
