import { expect, test } from 'vitest'
import { visible, visibleInline, visibleJson } from './visible.ts'

test.each([
  ['an escape sequence', 'a\u001b[31mred', 'a\\x1b[31mred'],
  ['a carriage return', 'ok\rno', 'ok\\x0dno'],
  ['a C1 control', '\u009b2J', '\\x9b2J'],
  ['a bidirectional override', 'a\u202eb', 'a\\u202eb'],
  ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
  ['an invisible tag beyond the basic plane', 'a\u{e0041}', 'a\\u{e0041}'],
  ['half of a surrogate pair', 'a\ud800b', 'a\\ud800b'],
])('%s becomes an escape', (_, text, expected) => {
  expect(visible(text)).toBe(expected)
})

test('line breaks, other alphabets and pictographs stay, tabs become spaces', () => {
  expect(visible('Netz „grün“\n\t网络 🖧')).toBe('Netz „grün“\n  网络 🖧')
})

test('what stays on one line shows its line breaks', () => {
  expect(visibleInline('a\nb')).toBe('a\\nb')
})

test('JSON has the escapes of JSON, and reads as it was', () => {
  const value = { a: ['\u001b', '\u009b\u202e', 'a\u{e0041}网', 'x\ny'] }
  expect(visibleJson(value).replaceAll(/[ -~\n网]/g, '')).toBe('')
  expect(JSON.parse(visibleJson(value))).toEqual(value)
})
