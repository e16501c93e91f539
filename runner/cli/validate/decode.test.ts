import { expect, test } from 'vitest'
import { decode } from './decode.ts'

test('UTF-8 is taken as it is', () => {
  expect(decode(Buffer.from('{"a": "网络 �"}'))).toEqual({ text: '{"a": "网络 �"}', findings: [] })
})

test('a byte order mark is an issue, and is not part of the text', () => {
  const { text, findings } = decode(Buffer.from('\ufeff{}'))
  expect(text).toBe('{}')
  expect(findings).toMatchObject([{ rule: 'byte-order-mark', span: { start: 0, end: 0 } }])
})

test.each([
  ['Latin-1', Buffer.from('{"a": "ü"}', 'latin1'), 7, 7, '0xFC'],
  ['a character that is cut off', Buffer.from([0x22, 0xe7, 0xbd]), 1, 1, '0xE7'],
  ['after characters of more bytes', Buffer.concat([Buffer.from('网'), Buffer.from([0xff])]), 3, 1, '0xFF'],
  ['after a byte order mark', Buffer.concat([Buffer.from('\ufeffa'), Buffer.from([0xff])]), 4, 1, '0xFF'],
  ['half of a surrogate pair', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 1, '0xED'],
])('%s is an issue with its offset in bytes', (_, bytes, offset, place, byte) => {
  const { findings } = decode(bytes)
  expect(findings.at(-1)).toMatchObject({
    rule: 'encoding',
    span: { start: place },
    message: `the byte at offset ${offset} (${byte}) is no UTF-8, which JSON has to be`,
  })
})

test('UTF-16 is recognised', () => {
  expect(decode(Buffer.from('\ufeff{}', 'utf16le')).findings[0]?.message).toContain('looks like UTF-16')
})
