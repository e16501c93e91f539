import { expect, test } from 'vitest'
import type { CaseResult } from '../../spec/report.ts'
import { foldReasons, foldViolations, whereabouts } from './fold.ts'
import { caseResult, failure } from './report.test-helper.ts'

function places(results: readonly CaseResult[]): readonly string[] {
  return foldViolations(results, 'fail').map(whereabouts)
}

function failures(configuration: string, ...versions: CaseResult['specVersion'][]): readonly CaseResult[] {
  return versions.map((specVersion) => failure({ configuration, specVersion }))
}

function untestable(target: string, message: string): CaseResult {
  return caseResult({ target, message, verdict: 'untestable' })
}

test('one check of one target is one violation, in whatever versions', () => {
  expect(
    places([
      failure({ specVersion: '0.3.1' }),
      failure({ specVersion: '0.4.0', target: 'ptp' }),
      failure({ specVersion: '0.4.0' }),
      failure({ specVersion: '1.0.0', check: 'never-added' }),
      caseResult({ specVersion: '1.0.0' }),
    ]),
  ).toEqual(['in 0.3.1, 0.4.0', 'in 0.4.0', 'in 1.0.0'])
})

test('configurations with the same versions are named together', () => {
  expect(
    places([
      ...failures('ipv4', '0.4.0', '1.0.0'),
      ...failures('ipv6', '1.0.0'),
      ...failures('dual-stack', '0.4.0', '1.0.0'),
    ]),
  ).toEqual(['in 0.4.0, 1.0.0 with ipv4, dual-stack; in 1.0.0 with ipv6'])
})

test('what depends on neither needs no place', () => {
  expect(places([failure({ specVersion: null })])).toEqual([''])
})

test('the newest version stands for the others', () => {
  const versions = [null, '1.0.0', '1.1.0', '0.4.0'] as const
  const [violation] = foldViolations(
    versions.map((specVersion) => failure({ specVersion })),
    'fail',
  )
  expect(violation?.shown.specVersion).toBe('1.1.0')
})

test('cases with the same reason are taken together', () => {
  const folded = foldReasons(
    [untestable('vlan', 'no vlan'), untestable('vrf', 'no vrf'), untestable('macvlan', 'no vlan'), caseResult()],
    'untestable',
  )
  expect(folded.map((group) => group.map(({ target }) => target))).toEqual([['vlan', 'macvlan'], ['vrf']])
})
