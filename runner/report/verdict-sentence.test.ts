import { describe, expect, test } from 'vitest'
import type { CaseResult, Report } from '../../spec/report.ts'
import { type Verdict, verdicts } from '../../spec/verdict.ts'
import { caseResult, report } from './report.test-helper.ts'
import { verdictSentence } from './verdict-sentence.ts'

function results(counts: Partial<Record<Verdict, number>>): readonly CaseResult[] {
  return verdicts.flatMap((verdict) => Array.from({ length: counts[verdict] ?? 0 }, () => caseResult({ verdict })))
}

function sentence(counts: Partial<Record<Verdict, number>>, changes?: Partial<Report>): string {
  return verdictSentence(report(results(counts), changes))
}

test('a conformant run', () => {
  expect(sentence({ pass: 3 })).toBe('Conformant: 3 passed, 0 untestable.')
})

test('a run with everything in it', () => {
  const counts = { pass: 9, fail: 3, warn: 2, note: 2, 'not-applicable': 4, blocked: 1, untestable: 5, error: 2 }
  expect(sentence(counts)).toBe(
    'Not conformant: 3 failed, 2 warnings, 2 notes, 1 blocked, 2 tool errors, 9 passed, 4 not applicable, 5 untestable.',
  )
})

test('one of each is in the singular', () => {
  expect(sentence({ warn: 1, note: 1, error: 1 }, { conformant: true, acceptable: true })).toBe(
    'Conformant: 1 warning, 1 note, 1 tool error, 0 passed, 0 untestable.',
  )
})

test('behaviours are counted apart', () => {
  const group = 'behaviour'
  const seen = [
    caseResult({ verdict: 'pass' }),
    caseResult({ verdict: 'pass', group }),
    caseResult({ verdict: 'warn', group }),
    caseResult({ verdict: 'untestable', group }),
    caseResult({ verdict: 'not-applicable', group }),
  ]
  const counts = '1 passed, 0 untestable. Behaviours: 1 as documented, 1 otherwise, 1 not seen.'
  expect(verdictSentence(report(seen))).toBe(`Conformant: ${counts}`)
  expect(verdictSentence(report(seen, { acceptable: false }))).toBe(`Conformant, but not as documented: ${counts}`)
})

test('behaviours may be known, too', () => {
  const known = { reason: 'so', issue: null, expires: null }
  const seen = [
    caseResult({ verdict: 'warn', group: 'behaviour' }),
    caseResult({ verdict: 'warn', group: 'behaviour', known }),
  ]
  expect(verdictSentence(report(seen))).toContain('Behaviours: 0 as documented, 2 otherwise (1 known).')
})

describe('with a baseline', () => {
  const known = { reason: 'so', issue: null, expires: null }
  const violations = [
    ...results({ pass: 4 }),
    caseResult({ verdict: 'fail', known }),
    caseResult({ verdict: 'warn', known }),
  ]
  const baseline = { plugins: { name: 'my-plugins', version: '1.0.0' }, known: 2, stale: [], expired: [] }
  const entry = { target: 'bridge', requirement: 'ADD-004', reason: 'so' }

  test('known violations are not called conformant', () => {
    expect(verdictSentence(report(violations, { acceptable: true, baseline }))).toBe(
      'Not conformant, but only in ways that are known: 1 failed (1 known), 1 warning (1 known), 4 passed, 0 untestable.',
    )
  })

  test('another violation is as bad as without', () => {
    const more = [...violations, caseResult({ verdict: 'fail' })]
    expect(verdictSentence(report(more, { baseline }))).toBe(
      'Not conformant: 2 failed (1 known), 1 warning (1 known), 4 passed, 0 untestable.',
    )
  })

  test('stale entries are counted', () => {
    const stale = { ...baseline, stale: [entry] }
    expect(sentence({ pass: 1 }, { acceptable: false, baseline: stale })).toBe(
      'Conformant, with 1 stale entry in the baseline: 1 passed, 0 untestable.',
    )
    expect(sentence({ fail: 1 }, { baseline: { ...stale, stale: [entry, entry] } })).toBe(
      'Not conformant, with 2 stale entries in the baseline: 1 failed, 0 passed, 0 untestable.',
    )
  })
})

test('a run that was stopped says how much is missing', () => {
  expect(sentence({ fail: 1, pass: 2, 'not-run': 30 })).toBe(
    'Not conformant: 1 failed, 2 passed, 30 not run, 0 untestable.',
  )
})

test('distrust leaves no verdict, whatever was found', () => {
  const distrust = ['a worker died.', '2 cases have no result']
  expect(sentence({ pass: 1 }, { conformant: true, distrust })).toBe(
    'No verdict: a worker died; 2 cases have no result (1 passed, 0 untestable).',
  )
})
