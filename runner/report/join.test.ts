import { describe, expect, test } from 'vitest'
import { caseOf } from '../../spec/baseline.test-helper.ts'
import type { PlannedCase } from '../../spec/plan.ts'
import type { CaseEnding } from '../engine/ending.ts'
import { join } from './join.ts'

const planned = caseOf({})

const kept: CaseEnding = {
  caseId: planned.id,
  title: 'succeeds when DEL is called three times',
  finding: 'kept',
  message: '',
  expected: null,
  actual: null,
  durationMs: 12,
  evidence: undefined,
}

const run = { strict: false, stopped: false } as const

describe('joining results with the plan', () => {
  test('gives a verdict to every planned case', () => {
    const { results, distrust } = join([planned], [kept], run)
    expect(results).toMatchObject([{ id: planned.id, check: 'three-times', verdict: 'pass', durationMs: 12 }])
    expect(distrust).toEqual([])
  })

  test('grades a violation by the level of the case', () => {
    const verdictOf = (changes: Partial<PlannedCase>, strict = false) =>
      join([{ ...planned, ...changes }], [{ ...kept, finding: 'violated' }], { ...run, strict }).results[0]?.verdict
    expect(verdictOf({})).toBe('fail')
    expect(verdictOf({ level: 'should' })).toBe('warn')
    expect(verdictOf({ level: 'may' })).toBe('note')
    expect(verdictOf({ contested: true })).toBe('warn')
    expect(verdictOf({ contested: true }, true)).toBe('fail')
  })

  test('keeps the reason of a case that was not to be run', () => {
    const excuse = { verdict: 'untestable', reason: 'no bridges here' } as const
    const { results, distrust } = join([{ ...planned, excuse }], [], run)
    expect(results).toMatchObject([{ verdict: 'untestable', message: 'no bridges here' }])
    expect(distrust).toEqual([])
  })

  test('distrusts a run in which a planned case has no result', () => {
    const { results, distrust } = join([planned], [], run)
    expect(results[0]?.verdict).toBe('error')
    expect(distrust.join()).toContain(`1 planned case has no result, such as ${planned.id}`)
  })

  test('knows what a run that was stopped has not come to, and who might have blocked the rest', () => {
    const stopped = { ...run, stopped: true }
    const next = { ...planned, id: 'bridge@1.0.0 ADD-001' }
    const { results, distrust } = join([planned, next], [{ ...kept, finding: 'blocked', message: 'why' }], stopped)
    expect(results.map(({ verdict }) => verdict)).toEqual(['blocked', 'not-run'])
    expect(distrust).toEqual([])
  })

  test('distrusts a result that was not planned', () => {
    expect(join([planned], [kept, { ...kept, caseId: 'other' }], run).distrust.join()).toContain('no planned case')
  })

  test('distrusts two results of one case', () => {
    expect(join([planned], [kept, kept], run).distrust.join()).toContain('two results')
  })

  test('distrusts a run in which a check failed by its own fault', () => {
    expect(join([planned], [{ ...kept, finding: 'error' }], run).distrust.join()).toContain('error of this tool')
  })

  test('distrusts a blocked case whose cause is not among the results', () => {
    const blocked: CaseEnding = { ...kept, finding: 'blocked', message: 'ADD has to work first' }
    expect(join([planned], [blocked], run).distrust.join()).toContain('could not be judged: ADD has to work first')
    const cause = { ...planned, id: 'bridge@1.0.0 VERSION-004' }
    const endings = [blocked, { ...kept, caseId: cause.id, finding: 'violated' as const }]
    expect(join([planned, cause], endings, run).distrust).toEqual([])
  })
})
