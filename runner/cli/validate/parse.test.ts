import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from './parse.ts'

/** What is said about a text, with the part of it that is pointed at. */
function said(text: string): readonly (readonly [string, string])[] {
  return parseJson(text).findings.map(({ span, message }) => [text.slice(span.start, span.end), message])
}

describe('what is no JSON is explained, once, where it is', () => {
  test.each([
    ['', '', 'the file is empty'],
    [' \n', '', 'the file is empty'],
    ['{"a" 1}', '1', 'a colon is missing'],
    ['{"a" "b"}', '"', 'a colon is missing'],
    ['{"a": 1 "b": 2}', '"', 'a comma is missing'],
    ['[1 2]', '2', 'a comma is missing'],
    ['{"a":1\n"b":2}', '"', 'a comma is missing'],
    ['{"a":}', '}', 'a value is missing after the colon'],
    ['{"a":1,,"b":2}', ',', 'nothing before this comma'],
    ['[,1]', ',', 'nothing before this comma'],
    ['{a: 1}', 'a', 'write "a"'],
    ['{1: 2}', '1', 'write "1"'],
    ["{'a': 1}", "'", 'a key has double quotes'],
    ["['a']", "'", 'text has double quotes'],
    ['{"a": yes}', 'yes', 'write "yes"'],
    ['{"a": eth0.5/x}', 'eth0.5/x', 'write "eth0.5/x"'],
    ['{"a": True}', 'True', 'in lower case: true'],
    ['{"a": NaN}', 'NaN', 'JSON has no NaN'],
    ['[01]', '01', 'no number of JSON'],
    ['[1.]', '1.', 'no number of JSON'],
    ['[+1]', '+1', 'no number of JSON'],
    ['[.5]', '.5', 'no number of JSON'],
    ['{"a":0x10}', '0x10', 'no number of JSON'],
    ['[1.5.2]', '1.5.2', 'no number of JSON'],
    ['["\\x"]', '\\x', '\\x means nothing in JSON'],
    ['["\\u12"]', '\\u1', 'four hexadecimal digits'],
    ['{"a": {"b": 1}', '', 'the file ends here, but the { of line 1, column 1 is still open'],
    ['[1,\n{"a": 2', '', 'the file ends here, but the { of line 2, column 1 is still open'],
    ['{"a": "b', '"', 'no closing quote on its line'],
    ['{"a": "b\n"c": 1}', '"', 'no closing quote on its line'],
    ['[1}', '}', '} does not close the [ of line 1, column 1'],
    ['[1]]', ']', 'so this ] is too much'],
    ['{"a":1} {"b":2}', '{', 'a second document begins here'],
    ['{}\n{}', '{', 'a second document begins here'],
    ['\u00a0{}', '\u00a0', 'not U+00A0'],
    ['/* {}', '/*', 'this one has no end'],
  ])('%j', (text, place, message) => {
    expect(said(text)).toEqual([[place, expect.stringContaining(message)]])
    expect(parseJson(text).document).toBeUndefined()
  })
})

describe('what JSON does not have does not keep the rest from being understood', () => {
  test.each([
    ['{"a": 1, // one\n}', ['// one', ','], { a: 1 }],
    ['# list\n[1, 2,]', ['# list', ','], [1, 2]],
    ['/* a\nb */ {"a": [1, /* two */ 2]}', ['/* a\nb */', '/* two */'], { a: [1, 2] }],
    ['{"a": "http://x/*#*/,}"}', [], { a: 'http://x/*#*/,}' }],
    ['{"a": "\t"}', ['\t'], { a: ' ' }],
    ['{"a": "\\"//\\\\"}', [], { a: '"//\\' }],
  ])('%j', (text, places, value) => {
    expect(said(text).map(([place]) => place)).toEqual(places)
    expect(parseJson(text).document?.value).toEqual(value)
  })
})

test('the same places hold with and without what JSON does not have', () => {
  const { document } = parseJson('/* 😀\n */ [1,\n]')
  expect(document?.root.range).toEqual([10, 15])
})

test.each([
  ['nested 10,000 levels deep', '['.repeat(10_000) + ']'.repeat(10_000), 'more than 1000 levels deep'],
  ['open 10,000 times', '{"a":'.repeat(10_000), 'more than 1000 levels deep'],
  ['with an endless text', `["${'\\n'.repeat(5_000_000)}`, 'no closing quote'],
  ['with a long text before its error', `["${'\\n'.repeat(5_000_000)}" 1]`, 'a comma is missing'],
  ['with a word without end', `[${'a'.repeat(1_000_000)}]`, 'text has double quotes'],
])('a document %s gets its message', (_, text, message) => {
  expect(said(text)).toEqual([[expect.anything(), expect.stringContaining(message)]])
})

test('a document that is nested as deep as allowed is understood', () => {
  expect(parseJson('['.repeat(1000) + ']'.repeat(1000)).findings).toEqual([])
})

const jsonLike = fc.string({ unit: fc.constantFrom(...Array.from('{}[],:"\\ \n\t/*#01.-+eatrufnl\u00a0')) })

test('JSON has no findings, and anything else has', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), jsonLike), (text) => {
      const { findings, document } = parseJson(text)
      const value = jsonValue(text)
      expect(findings.length === 0).toBe(value !== undefined)
      expect(findings.length === 0 ? document?.value : undefined).toEqual(value)
      for (const { span } of findings) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1000 },
  )
})

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
