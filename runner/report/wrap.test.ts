import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrap } from './wrap.ts'

test('lines break between words', () => {
  expect(wrap('the plugin leaves an address behind', 16)).toEqual(['the plugin', 'leaves an', 'address behind'])
})

test('line breaks and the indentation of the text are kept', () => {
  expect(wrap('{\n  "ips": []\n}\n', 20)).toEqual(['{', '  "ips": []', '}', ''])
})

test('spaces inside of a line are kept', () => {
  expect(wrap('lo:  up   eth0: down', 14)).toEqual(['lo:  up', 'eth0: down'])
})

test('a word that is longer than a line is broken', () => {
  expect(wrap('mac 0a:58:0a:16:00:02', 8)).toEqual(['mac', '0a:58:0a', ':16:00:0', '2'])
})

test('no line is wider than asked for, and no visible character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(text, width)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})
