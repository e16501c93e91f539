import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must, requirement, should } from '../../spec/requirement.ts'
import { packageRoot } from '../package-root.ts'
import { currentTraceabilityPage } from './current.ts'
import { traceabilityPage } from './page.ts'

test('REQUIREMENTS.md is up to date: otherwise call npm run requirements', () => {
  expect(readFileSync(join(packageRoot, 'REQUIREMENTS.md'), 'utf8')).toBe(currentTraceabilityPage())
})

test('a requirement is traced to its sentences, checks and mutants', () => {
  const page = traceabilityPage({
    requirements: [
      requirement({
        id: 'DEL-003',
        section: 'del',
        statement: 'DEL works | always.',
        holds: [should('0.3.0', '0.4.0'), must('1.0.0')],
        checks: ['once', 'twice'],
        stand: 'A-16',
      }),
    ],
    sentences: [{ fingerprint: '0-0', from: '0.4.0', to: '1.0.0', encodes: ['DEL-003'] }],
    mutants: new Map([['DEL-003', ['loopback-refuses']]]),
  })
  expect(page).toContain(
    '| DEL-003 | DEL works \\| always. (A-16) | interface, chained, ipam plugins | should 0.3.0–0.4.0, must 1.0.0–1.1.0 | 1 | DEL-003/once<br>DEL-003/twice | loopback-refuses |',
  )
  expect(page).toContain('| plugins | 1 | 1 | 2 | 1 |')
  expect(page).toContain('| 0.4.0 | 1 | 1 | 0 |')
})
