import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xmlDocument } from './xml.ts'
import { parseXml } from './xml.test-helper.ts'

describe('the parser of these tests refuses', () => {
  test.each([
    ['a control character', '<a>\u0001</a>'],
    ['an unescaped ampersand', '<a>&</a>'],
    ['an unknown reference', '<a>&foo;</a>'],
    ['a reference to a forbidden character', '<a>&#1;</a>'],
    ['an open element', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['the end of a CDATA section in text', '<a>]]></a>'],
    ['an unescaped less-than sign in an attribute', '<a b="<"/>'],
    ['a repeated attribute', '<a b="1" b="2"/>'],
  ])('%s', (_, document) => {
    expect(() => parseXml(document)).toThrow()
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
      const legible = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '?')
      const withoutEscapes = (arrived: string | undefined): string | undefined =>
        text === legible ? arrived : arrived?.replace(/\\x[0-9a-f]{2}|\\u[0-9a-f]{4}/g, '?')
      if (!/\\[xu]/.test(text)) {
        expect(withoutEscapes(parsed.text)).toBe(legible)
        expect(withoutEscapes(parsed.attributes.b)).toBe(legible)
      }
    }),
  )
})
