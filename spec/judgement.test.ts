import { expect, test } from 'vitest'
import { judge } from './judgement.ts'
import type { BaselineOutcome } from './report.ts'
import type { Verdict } from './verdict.ts'

const plugins = { name: 'my-plugins', version: '1.0.0' }
const fitting: BaselineOutcome = { plugins, known: 0, stale: [], expired: [] }

const unknown = (verdict: Verdict) => ({ verdict, known: null, group: 'specification' }) as const
const known = (verdict: Verdict) =>
  ({ verdict, known: { reason: 'so', issue: null, expires: null }, group: 'specification' }) as const

test('violations count from the lowest level on', () => {
  for (const [lowest, failing] of [
    ['must', ['fail']],
    ['should', ['fail', 'warn']],
    ['may', ['fail', 'warn', 'note']],
  ] as const)
    for (const verdict of ['fail', 'warn', 'note', 'pass', 'blocked', 'untestable', 'not-applicable'] as const) {
      const good = !failing.some((each) => each === verdict)
      expect(judge([unknown(verdict)], lowest, null), `${verdict} at ${lowest}`).toEqual({
        conformant: good,
        acceptable: good,
      })
    }
})

test('what is known is acceptable, and not conformant', () => {
  expect(judge([known('fail')], 'must', fitting)).toEqual({ conformant: false, acceptable: true })
  expect(judge([known('fail'), unknown('fail')], 'must', fitting)).toEqual({ conformant: false, acceptable: false })
})

test('a stale entry is not acceptable, though the plugins conform', () => {
  const stale = [{ target: 'bridge', requirement: 'DEL-003', reason: 'so' }]
  expect(judge([unknown('pass')], 'must', { ...fitting, stale })).toEqual({ conformant: true, acceptable: false })
})

test('a run that was stopped is never green', () => {
  expect(judge([unknown('pass'), unknown('not-run')], 'must', null)).toEqual({ conformant: false, acceptable: false })
})

test('a behaviour that is not as documented is no violation, and not acceptable where less than a must counts', () => {
  const other = { ...unknown('warn'), group: 'behaviour' as const }
  expect(judge([unknown('pass'), other], 'must', null)).toEqual({ conformant: true, acceptable: true })
  expect(judge([unknown('pass'), other], 'should', null)).toEqual({ conformant: true, acceptable: false })
  const expected = { ...known('warn'), group: 'behaviour' as const }
  expect(judge([unknown('pass'), expected], 'should', fitting)).toEqual({ conformant: true, acceptable: true })
})
