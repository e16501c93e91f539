import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indentJson } from './indent-json.ts'

test('equals what JSON.stringify would write', () => {
  const container = fc.jsonValue().filter((value) => typeof value === 'object' && value !== null)
  fc.assert(
    fc.property(container, (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
    }),
  )
})

test('keeps what parsing would lose: repeated keys, long numbers, escapes', () => {
  expect(indentJson('{"a":1,"a":1.50,"b":12345678901234567890,"c":"\\u009b"}')).toBe(
    '{\n  "a": 1,\n  "a": 1.50,\n  "b": 12345678901234567890,\n  "c": "\\u009b"\n}',
  )
})

test.each(['', 'panic: {runtime error', '{"a":', '0.4.0', '"text"'])('leaves %j alone', (text) => {
  expect(indentJson(text)).toBe(text)
})
