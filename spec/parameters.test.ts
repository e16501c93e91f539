import { describe, expect, test } from 'vitest'
import { isContainerId, isInterfaceName, parseArgs } from './parameters.ts'

test.each([
  ['eth0', true],
  ['a', true],
  ['abcdefghijklmno', true],
  ['abcdefghijklmnop', false],
  ['äääääää', true],
  ['ääääääää', false],
  ['', false],
  ['.', false],
  ['..', false],
  ['...', true],
  ['a/b', false],
  ['a:b', false],
  ['a b', false],
  ['a\tb', false],
])('%j is an interface name: %s', (name, expected) => {
  expect(isInterfaceName(name)).toBe(expected)
})

test.each([
  ['a', true],
  ['0', true],
  ['A_b.c-d', true],
  ['x'.repeat(200), true],
  ['', false],
  ['-a', false],
  ['_a', false],
  ['.a', false],
  ['a/b', false],
  ['a\n', false],
  ['ä', false],
])('%j is a container ID: %s', (id, expected) => {
  expect(isContainerId(id)).toBe(expected)
})

describe('CNI_ARGS', () => {
  test.each([
    ['', {}],
    ['A=1', { A: '1' }],
    ['A=1;B=2', { A: '1', B: '2' }],
    ['A=1;', { A: '1' }],
    ['A=b=c', { A: 'b=c' }],
    ['A=', { A: '' }],
  ])('%j is understood', (text, expected) => {
    expect(Object.fromEntries(parseArgs(text) ?? [])).toEqual(expected)
  })

  test.each(['A', '=1', 'A=1;B', ' ; '])('%j is malformed', (text) => {
    expect(parseArgs(text)).toBeUndefined()
  })
})
