import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baselineOf, caseOf, entryOf, subjectOf } from './baseline.test-helper.ts'
import { applyBaseline, type Baseline, type BaselineEntry } from './baseline.ts'
import { type Verdict, verdicts } from './verdict.ts'
import { specVersions } from './versions.ts'

const today = '2026-03-14'

/** What comes of an entry when the case of `bridge DEL-003/three-times` in 1.0.0 has a verdict. */
function applied(entry: Partial<BaselineEntry>, verdict: Verdict) {
  const planned = caseOf({ check: 'DEL-003/three-times' })
  const { results, outcome } = applyBaseline(baselineOf(entryOf(entry)), subjectOf([[planned, verdict]]), today)
  return { known: results[0]?.known, verdict: results[0]?.verdict, outcome }
}

describe('an entry covers a violation', () => {
  test.each([
    ['of the requirement', { requirement: 'DEL-003' }],
    ['of the check', { requirement: 'DEL-003/three-times' }],
    ['in one of its versions', { specVersions: ['0.4.0', '1.0.0'] as const }],
    ['on its last day', { expires: today }],
  ])('%s', (_, entry) => {
    const { known, outcome } = applied(entry, 'fail')
    expect(known?.reason).toBe('It is so.')
    expect(outcome).toMatchObject({ known: 1, stale: [], expired: [] })
  })

  test.each([
    ['of another target', { target: 'ptp' }],
    ['of another requirement', { requirement: 'DEL-002' }],
    ['of another check', { requirement: 'DEL-003/other' }],
    ['in other versions', { specVersions: ['0.4.0'] as const }],
    ['after its last day', { expires: '2026-03-13' }],
  ])('but not one %s', (_, entry) => {
    expect(applied(entry, 'fail')).toMatchObject({ known: null, outcome: { known: 0, stale: [] } })
  })

  test('and tells its reason, its issue and its last day', () => {
    const entry = { reason: 'Nobody minds.', issue: 'https://example.org/1', expires: '2027-01-01' }
    expect(applied(entry, 'warn').known).toEqual(entry)
  })

  test('and leaves the verdict as it is', () => {
    for (const verdict of verdicts) expect(applied({}, verdict).verdict).toBe(verdict)
  })
})

test('of two entries for the same, one that has expired takes nothing from the other', () => {
  const entries = [entryOf({ expires: '2020-01-01' }), entryOf({ reason: 'Still so.' })]
  const subject = subjectOf([[caseOf({}), 'fail']])
  const { results, outcome } = applyBaseline({ ...baselineOf(), entries }, subject, today)
  expect(results[0]?.known?.reason).toBe('Still so.')
  expect(outcome.expired).toEqual([entries[0]])
})

describe('an entry is stale', () => {
  const entry = entryOf({ requirement: 'DEL-003' })
  const staleIn = (...verdictsOfCases: readonly Verdict[]) => {
    const cases = verdictsOfCases.map((verdict, index) => [caseOf({ id: `case ${index}` }), verdict] as const)
    return applyBaseline(baselineOf(entry), subjectOf(cases), today).outcome.stale.length > 0
  }

  test('when its cases pass', () => {
    expect(staleIn('pass')).toBe(true)
    expect(staleIn('pass', 'pass')).toBe(true)
    expect(staleIn('pass', 'not-applicable')).toBe(true)
  })

  test('even though it has expired', () => {
    const expired = entryOf({ expires: '2020-01-01' })
    expect(applyBaseline(baselineOf(expired), subjectOf([[caseOf({}), 'pass']]), today).outcome).toMatchObject({
      stale: [expired],
      expired: [],
    })
  })

  test('but not when one of them is violated, whatever the level', () => {
    for (const verdict of ['fail', 'warn', 'note'] as const) expect(staleIn('pass', verdict)).toBe(false)
  })

  test('nor when one of them could not be judged', () => {
    for (const verdict of ['blocked', 'untestable', 'not-run', 'error'] as const) {
      expect(staleIn(verdict)).toBe(false)
      expect(staleIn('pass', verdict)).toBe(false)
    }
  })

  test('nor when none of them applies', () => {
    expect(staleIn('not-applicable')).toBe(false)
  })

  test('nor when one of them was not selected', () => {
    const chosen = caseOf({ specVersion: '1.0.0' })
    const rest = caseOf({ specVersion: '0.4.0' })
    const subject = subjectOf([[chosen, 'pass']])
    const { outcome } = applyBaseline(baselineOf(entry), { ...subject, plan: [chosen, rest] }, today)
    expect(outcome.stale).toEqual([])
    expect(applyBaseline(baselineOf(entry), subject, today).outcome.stale).toEqual([entry])
  })
})

test('whatever the baseline, verdicts stay, and only violations are known', () => {
  const version = fc.constantFrom(...specVersions)
  const target = fc.constantFrom('bridge', 'ptp')
  const requirement = fc.constantFrom('DEL-003', 'DEL-003/three-times', 'ADD-001')
  const entry = fc.record(
    {
      target,
      requirement,
      reason: fc.constant('so'),
      specVersions: fc.uniqueArray(version, { minLength: 1 }),
      expires: fc.constantFrom('2026-03-13', '2026-03-14'),
    },
    { requiredKeys: ['target', 'requirement', 'reason'] },
  )
  const found = fc.tuple(
    fc
      .record({ target, specVersion: version, check: requirement })
      .map((changes) => caseOf({ ...changes, requirement: changes.check.slice(0, 7), id: JSON.stringify(changes) })),
    fc.constantFrom(...verdicts),
  )
  const cases = fc.uniqueArray(found, { selector: ([planned]) => planned.id })
  fc.assert(
    fc.property(fc.array(entry), cases, (entries, some) => {
      const baseline: Baseline = { ...baselineOf(), entries }
      const subject = subjectOf(some)
      const { results, outcome } = applyBaseline(baseline, subject, today)
      expect(results.map(({ verdict }) => verdict)).toEqual(subject.results.map(({ verdict }) => verdict))
      const known = results.filter((result) => result.known !== null)
      expect(known.every(({ verdict }) => ['fail', 'warn', 'note'].includes(verdict))).toBe(true)
      expect(outcome.known).toBe(known.length)
      expect(outcome.stale.filter((stale) => outcome.expired.includes(stale))).toEqual([])
    }),
  )
})
