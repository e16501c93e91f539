import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped } from './visible.ts'
import { parseXml } from './xml.test-helper.ts'
import { xmlDocument } from './xml.ts'

describe('the parser of these tests refuses', () => {
  test.each([
    ['a control character', '<a>\u0001</a>', 'does not allow'],
    ['an unescaped ampersand', '<a>&</a>', 'no reference'],
    ['an unknown reference', '<a>&foo;</a>', 'no reference'],
    ['a reference to a forbidden character', '<a>&#1;</a>', 'no reference'],
    ['an open element', '<a><b></a>', 'closes what is not open'],
    ['two roots', '<a/><b/>', 'not exactly one'],
    ['the end of a CDATA section in text', '<a>]]></a>', ']]> in text'],
    ['an unescaped less-than sign in an attribute', '<a b="<"/>', 'not well-formed'],
    ['a repeated attribute', '<a b="1" b="2"/>', 'two attributes b'],
  ])('%s', (_, document, message) => {
    expect(() => parseXml(document)).toThrow(message)
  })
})

test('elements are nested and indented', () => {
  const child = { name: 'child', text: 'a < b' }
  expect(xmlDocument({ name: 'root', attributes: { count: 2 }, children: [child, { name: 'empty' }] })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<root count="2">\n  <child>a &lt; b</child>\n  <empty/>\n</root>\n',
  )
})

test('what XML forbids becomes visible', () => {
  const parsed = parseXml(xmlDocument({ name: 'a', text: 'bell \u0007, half \ud83d, \uffff, ]]> end' }))
  expect(parsed.text).toBe('bell \\x07, half \\ud83d, \\uffff, ]]> end')
})

test('any text arrives, in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseXml(xmlDocument({ name: 'a', attributes: { b: text }, text }))
      const legible = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, escaped)
      expect(parsed).toEqual({ name: 'a', attributes: { b: legible }, children: [], text: legible })
    }),
  )
})
