import { expect, test } from 'vitest'
import { examineNode, satisfies } from './node.ts'

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['20.18.3', false],
  ['18.20.0', false],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.5.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
  ['24.0.0-nightly', true],
])('Node.js %s: %s', (version, expected) => {
  expect(satisfies(version, '^20.19.0 || ^22.12.0 || >=24.0.0')).toBe(expected)
})

test('this Node.js runs the tests, so it is one of them', () => {
  expect(examineNode().filter(({ present }) => !present)).toEqual([])
})
