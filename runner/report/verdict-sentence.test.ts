import { expect, test } from 'vitest'
import type { CaseResult, Report } from '../../spec/report.ts'
import type { Verdict } from '../../spec/verdict.ts'
import { caseResult, report } from './report.test-helper.ts'
import { verdictSentence } from './verdict-sentence.ts'

function results(counts: Partial<Record<Verdict, number>>): readonly CaseResult[] {
  const verdicts: Verdict[] = ['pass', 'fail', 'warn', 'note', 'not-applicable', 'blocked', 'untestable', 'error']
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
  expect(sentence({ warn: 1, note: 1, error: 1 }, { conformant: true })).toBe(
    'Conformant: 1 warning, 1 note, 1 tool error, 0 passed, 0 untestable.',
  )
})

test('distrust leaves no verdict, whatever was found', () => {
  const distrust = ['a worker died.', '2 cases have no result']
  expect(sentence({ pass: 1 }, { conformant: true, distrust })).toBe(
    'No verdict: a worker died; 2 cases have no result (1 passed, 0 untestable).',
  )
})
