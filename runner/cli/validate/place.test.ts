import { parse } from '@humanwhocodes/momoa'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segment } from '../../../spec/json-pointer.ts'
import { placeOf, placeOfKey } from './place.ts'

const text = '{"a": [1, {"b/c": "x"}], "a~": {}, "d": 1, "d": 2}'
const root = parse(text, { ranges: true }).body

test.each([
  ['', '{'],
  ['/a', '['],
  ['/a/0', '1'],
  ['/a/1', '{'],
  ['/a/1/b~1c', '"x"'],
  ['/a~0', '{'],
  ['/d', '2'],
])('%j leads to %s', (pointer, expected) => {
  const { start, end } = placeOf(root, pointer)
  expect(text.slice(start, end)).toBe(expected)
})

test('what is missing is a matter of what lacks it', () => {
  expect(placeOf(root, '/a/1/missing')).toEqual({ start: text.indexOf('{"b'), end: text.indexOf('{"b') + 1 })
  expect(placeOf(root, '/missing/too')).toEqual({ start: 0, end: 1 })
})

test('a key has a place of its own, which what is in a list has not', () => {
  const { start, end } = placeOfKey(root, '/a/1/b~1c')
  expect(text.slice(start, end)).toBe('"b/c"')
  expect(placeOfKey(root, '/a/0')).toEqual(placeOf(root, '/a/0'))
  expect(placeOfKey(root, '')).toEqual(placeOf(root, ''))
})

test('every pointer into any document leads to its value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
      const document = JSON.stringify(value, null, indent)
      const tree = parse(document, { ranges: true }).body
      for (const [pointer, part] of partsOf(JSON.parse(document))) {
        const { start, end } = placeOf(tree, pointer)
        const json = JSON.stringify(part)
        expect(document.slice(start, end)).toBe(typeof part === 'object' && part !== null ? json.charAt(0) : json)
      }
    }),
  )
})

function partsOf(value: unknown, pointer = ''): readonly (readonly [string, unknown])[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[pointer, value], ...children.flatMap(([name, child]) => partsOf(child, pointer + segment(name)))]
}
