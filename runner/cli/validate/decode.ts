import { isUtf8 } from 'node:buffer'
import type { Finding } from './finding.ts'

/** The bytes of a file as text, with what is wrong with its encoding. */
export interface Decoded {
  readonly text: string
  readonly findings: readonly Finding[]
}

const byteOrderMark = '\ufeff'

/** Decodes UTF-8, which JSON always is. What is no UTF-8 becomes a replacement character; a byte order mark is taken away. */
export function decode(bytes: Buffer): Decoded {
  const whole = bytes.toString('utf8')
  const text = whole.startsWith(byteOrderMark) ? whole.slice(1) : whole
  const mark = text === whole ? [] : [markFinding]
  return { text, findings: isUtf8(bytes) ? mark : [...mark, invalidBytes(bytes, text)] }
}

const markFinding: Finding = {
  severity: 'issue',
  span: { start: 0, end: 0 },
  message: 'the file begins with a byte order mark (EF BB BF), which JSON does not have: save it without',
  rule: 'byte-order-mark',
}

function invalidBytes(bytes: Buffer, text: string): Finding {
  const offset = firstInvalidByte(bytes)
  const start = bytes.subarray(0, offset).toString('utf8').replace(byteOrderMark, '').length
  return {
    severity: 'issue',
    span: { start: Math.min(start, text.length), end: Math.min(start + 1, text.length) },
    message: `the byte at offset ${offset} (0x${hex(bytes[offset])}) is no UTF-8, which JSON has to be${guess(bytes)}`,
    rule: 'encoding',
  }
}

/** Where the bytes differ from what they were understood as. */
function firstInvalidByte(bytes: Buffer): number {
  const understood = Buffer.from(bytes.toString('utf8'))
  return bytes.findIndex((byte, index) => byte !== understood[index])
}

function guess([first, second]: Buffer): string {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isUtf16 ? ': the file looks like UTF-16' : ''
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).toUpperCase().padStart(2, '0')
}
