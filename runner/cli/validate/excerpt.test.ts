import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { lineOf } from './position.ts'

/** An excerpt as it is printed. */
function shown(text: string, part: string, width = 60): string {
  const start = text.indexOf(part)
  const { line, marker } = excerptOf(text, { start, end: start + part.length }, width)
  return `${line}\n${marker}`
}

test('the whole of a short line, with carets under the place', () => {
  expect(shown('{\n  "mtu": "1500",\n}', '"1500"')).toBe('  "mtu": "1500",\n         ^^^^^^')
})

test('what covers several lines is marked to the end of its first', () => {
  expect(shown('{ "a": [\n1] }', '[\n1]')).toBe('{ "a": [\n       ^')
})

test('at the end of a line there is a caret behind it', () => {
  expect(excerptOf('[1,2', { start: 4, end: 4 }, 60)).toEqual({ line: '[1,2', marker: '    ^' })
  expect(excerptOf('', { start: 0, end: 0 }, 60)).toEqual({ line: '', marker: '^' })
  expect(excerptOf('ab\r\ncd', { start: 2, end: 3 }, 60)).toEqual({ line: 'ab', marker: '  ^' })
})

test.each([
  ['a tab', '\t"a": 2', '  "a": 2\n       ^'],
  ['wide characters', '"网络": 2', '"网络": 2\n        ^'],
  ['an emoji', '"😀": 2', '"😀": 2\n      ^'],
  ['an accent of its own', '"e\u0301": 2', '"e\u0301": 2\n     ^'],
  ['a control character', '"\u001b[31m": 2', '"\\x1b[31m": 2\n            ^'],
  ['a bidirectional override', '"\u202e": 2', '"\\u202e": 2\n          ^'],
])('%s does not shift the caret', (_, text, expected) => {
  expect(shown(text, '2')).toBe(expected)
})

test('a long line is cut around the place', () => {
  const text = `[${'1,'.repeat(200)}"here",${'1,'.repeat(200)}1]`
  expect(shown(text, '"here"', 40)).toMatchInlineSnapshot(`
    "…1,1,1,1,1,1,"here",1,1,1,1,1,1,1,1,1,1…
                 ^^^^^^"
  `)
  expect(shown(text, '[', 40)).toMatchInlineSnapshot(`
    "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1…
    ^"
  `)
  expect(shown(`[${'1,'.repeat(200)}"here"]`, '"here"', 40)).toMatchInlineSnapshot(`
    "…,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"here"]
                                    ^^^^^^"
  `)
  expect(shown(`["${'x'.repeat(300)}"]`, `"${'x'.repeat(300)}"`, 40)).toMatchInlineSnapshot(`
    "["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
  `)
})

test('an accent is pointed at where it is seen, also at the end of a line that is full', () => {
  const text = `${'a'.repeat(24)}\u0301`
  expect(excerptOf(text, { start: 24, end: 25 }, 24)).toEqual({ line: text, marker: `${' '.repeat(23)}^` })
})

test('a place within a character is that character', () => {
  expect(excerptOf('ab😀c', { start: 3, end: 3 }, 24)).toEqual({ line: 'ab😀c', marker: '  ^^' })
})

const unit = fc.constantFrom(
  'a',
  ' ',
  '"',
  '{',
  '\n',
  '\r',
  '\t',
  '\u001b',
  '\u009b',
  '\u202e',
  '网',
  '😀',
  '\u0301',
  '\ud800',
)

test('whatever the text, an excerpt shows the place, fits, and holds nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 300 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 24, max: 100 }),
      (text, one, two, width) => {
        const start = one % (text.length + 1)
        const end = start + (two % (text.length + 1 - start))
        const { line, marker } = excerptOf(text, { start, end }, width)
        expect(marker).toMatch(/^ *\^+( *\^+)*$/)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(marker.length).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test('the caret stands below the first character of the place', () => {
  const printable = fc.string({ unit: fc.constantFrom(...Array.from('ab,: {}[]"\n')), minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(printable, fc.nat(), fc.integer({ min: 24, max: 100 }), (text, seed, width) => {
      const start = seed % text.length
      const { line, marker } = excerptOf(text, { start, end: start + 1 }, width)
      const expected = start === lineOf(text, start).end ? '' : text.charAt(start).trim()
      expect(line.charAt(marker.indexOf('^')).trim()).toBe(expected)
    }),
  )
})
