import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'

/** How an invocation ended, as the end of a sentence: `it failed with code 7, Invalid Configuration`. */
export function describeOutcome({ record, document }: Invocation): string {
  switch (record.outcome) {
    case 'success':
      return record.stdout.trim() === ''
        ? 'it succeeded and printed nothing'
        : `it succeeded and printed ${excerpt(record.stdout)}`
    case 'cni-error': {
      if (!isErrorObject(document)) return 'it failed'
      const { code, msg, details } = document
      return `it failed with code ${code}: ${[msg, details].filter(isText).join(': ')}`
    }
    case 'malformed':
      return `it ended with exit status ${record.exitCode} and printed ${excerpt(record.stdout)}`
    case 'crash':
      return `it was killed by ${record.signal}`
    case 'timeout':
      return 'it did not end before the deadline'
    case 'flood':
      return 'it printed without end'
    case 'not-executable':
      return `it could not be started: ${record.stderr}`
  }
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line === '') return 'nothing'
  return line.length <= 200 ? line : `${line.slice(0, 200)} …`
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
