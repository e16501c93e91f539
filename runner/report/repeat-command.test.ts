import { expect, test } from 'vitest'
import type { CaseResult, Report } from '../../spec/report.ts'
import { repeatCommand } from './repeat-command.ts'
import { caseResult, failure, report } from './report.test-helper.ts'

function repeated(result: CaseResult, changes?: Partial<Report>): string {
  return repeatCommand(result, report([result], changes)).join(' ')
}

test('selects the directory, the target, the version and the check', () => {
  expect(repeated(failure())).toBe(
    'cni-conformance /opt/cni/bin --only bridge --spec-version 1.0.0 --requirement DEL-003/repeated',
  )
})

test('names no version where there is none, and no check where the requirement has only one', () => {
  expect(repeated(caseResult({ specVersion: null }))).toBe(
    'cni-conformance /opt/cni/bin --only bridge --requirement ADD-004',
  )
})

test('keeps the options that the outcome of a case depends on', () => {
  const options = { conf: ["my net's.conf", 'b.conf'], strict: true, timeout: '500', jobs: '8', requirement: ['*'] }
  expect(repeated(caseResult(), { options })).toBe(
    "cni-conformance /opt/cni/bin --only bridge --spec-version 1.0.0 --requirement ADD-004 --conf 'my net'\\''s.conf' --conf b.conf --strict --timeout 500",
  )
})
