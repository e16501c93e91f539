import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, positionOf } from './position.ts'

test.each([
  ['the beginning', 'abc', 0, 1, 1],
  ['the end', 'abc', 3, 1, 4],
  ['a line break, which ends its line', 'a\nb', 1, 1, 2],
  ['the next line', 'a\nb', 2, 2, 1],
  ['a Windows line break', 'a\r\nb', 3, 2, 1],
  ['after a character of two code units', '"😀"', 3, 1, 3],
  ['the empty text', '', 0, 1, 1],
  ['the end, after a line break', 'a\n', 2, 2, 1],
])('%s', (_, text, offset, line, column) => {
  expect(positionOf(text, offset)).toEqual({ line, column })
})

test('the line has no line break in it', () => {
  expect(lineOf('a\r\nbc\r\n', 4)).toEqual({ start: 3, end: 5 })
  expect(lineOf('\r\n', 0)).toEqual({ start: 0, end: 0 })
})

test('line and column lead back to the offset', () => {
  fc.assert(
    fc.property(anyText(), fc.nat(), (text, seed) => {
      const offset = seed % (text.length + 1)
      const { line, column } = positionOf(text, offset)
      const before = text.split('\n').slice(0, line - 1)
      const start = before.reduce((sum, each) => sum + each.length + 1, 0)
      expect(Array.from(text.slice(start, offset))).toHaveLength(column - 1)
      expect(text.slice(start, offset)).not.toContain('\n')
    }),
  )
})

function anyText() {
  return fc.string({ unit: fc.constantFrom('a', '"', '\n', '\r', '\t', '网', '😀', '\u001b') })
}
