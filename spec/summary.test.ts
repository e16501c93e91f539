import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { summarise } from './summary.ts'
import { verdicts } from './verdict.ts'

test('every verdict is counted under its own name', () => {
  const results = verdicts.flatMap((verdict, index) => Array.from({ length: index + 1 }, () => ({ verdict })))
  expect(summarise(results)).toEqual({
    planned: 45,
    pass: 1,
    fail: 2,
    warn: 3,
    note: 4,
    notApplicable: 5,
    blocked: 6,
    untestable: 7,
    notRun: 8,
    error: 9,
  })
})

test('the counts add up to what was planned', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ verdict: fc.constantFrom(...verdicts) })), (results) => {
      const { planned, ...counts } = summarise(results)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(planned)
    }),
  )
})
