import { expect, test } from 'vitest'
import { caseResult, failure, report, requirements } from '../report.test-helper.ts'
import { matrix } from './matrix.ts'
import type { Page } from './page.ts'

const page: Page = { colour: false, width: 80, verbose: false, quiet: false, requirements }

test('a cell counts what passed of what applies, and says the worst verdict', () => {
  const results = [
    failure({ verdict: 'pass' }),
    failure(),
    failure({ verdict: 'warn' }),
    caseResult(),
    caseResult({ verdict: 'not-applicable' }),
    caseResult({ target: 'vlan' }),
    caseResult({ target: 'vlan', verdict: 'warn' }),
    caseResult({ target: 'vlan', verdict: 'untestable' }),
    caseResult({ target: 'vlan', requirement: 'BRIDGE-001', verdict: 'error' }),
    caseResult({ target: 'vlan', requirement: 'PARAM-002', verdict: 'not-applicable' }),
  ]
  expect(`\n${matrix(page, report(results)).join('\n')}`).toMatchInlineSnapshot(`
    "
    target  ADD           DEL       PARAM  BRIDGE
    bridge  1/1 ok        1/3 FAIL  -      -
    vlan    1/3 untested  -         -      0/1 ERROR

    Passed of those that apply, and the worst verdict among them; - where none
    applies."
  `)
})

test('a target that nothing ran for is there, too', () => {
  const [target] = report([caseResult()]).targets
  const targets = target === undefined ? [] : [target, { ...target, name: 'silent' }]
  expect(matrix(page, report([caseResult()], { targets })).join('\n')).toMatch(/^silent {2}-$/m)
})

test('columns that do not fit go below', () => {
  const groups = Array.from({ length: 12 }, (_, index) => `GROUP${index}`)
  const lines = matrix(page, report(groups.map((group) => caseResult({ requirement: `${group}-001` }))))
  expect(lines.filter((line) => line.startsWith('target')).length).toBeGreaterThan(1)
  expect(lines.filter((line) => line.length > page.width)).toEqual([])
  for (const group of groups) expect(lines.join(' ')).toMatch(new RegExp(`${group}\\b`))
})
