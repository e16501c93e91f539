import { describe, expect, test } from 'vitest'
import type { Report } from '../../spec/report.ts'
import { junit } from './junit.ts'
import { caseResult, failure, invocation, report, requirements } from './report.test-helper.ts'
import { elements, type ParsedElement, parseXml } from './xml.test-helper.ts'

const mixed = report([
  caseResult(),
  failure({ configuration: 'dual-stack' }),
  caseResult({ requirement: 'PARAM-002', level: 'should', verdict: 'warn', message: 'the message does not name it' }),
  caseResult({ target: 'vlan', verdict: 'untestable', message: 'load the module 8021q' }),
  caseResult({ target: 'vlan', verdict: 'not-applicable', message: 'it has no addresses', specVersion: null }),
  caseResult({ target: 'vlan', verdict: 'blocked', message: 'ADD-001 failed' }),
  caseResult({ target: 'vlan', verdict: 'error', message: 'ip is missing' }),
])

const root = parseXml(junit(mixed, requirements))
const cases = elements(root, 'testcase')

function only(parent: ParsedElement | undefined, name: string): ParsedElement | undefined {
  return parent === undefined ? undefined : elements(parent, name)[0]
}

test('a suite for each target carries the counts', () => {
  expect(root.attributes).toEqual({
    name: 'cni-conformance',
    tests: '7',
    failures: '1',
    errors: '2',
    skipped: '2',
    time: '4.321',
  })
  expect(elements(root, 'testsuite').map(({ attributes }) => attributes)).toEqual([
    {
      name: 'bridge',
      tests: '3',
      failures: '1',
      errors: '0',
      skipped: '0',
      time: '0.093',
      timestamp: '2026-01-02T03:04:05.000Z',
    },
    {
      name: 'vlan',
      tests: '4',
      failures: '0',
      errors: '2',
      skipped: '2',
      time: '0.124',
      timestamp: '2026-01-02T03:04:05.000Z',
    },
  ])
})

test('a case names target, requirement, check, version and configuration', () => {
  expect(cases.map(({ attributes: { classname, name } }) => `${classname} ${name}`)).toMatchInlineSnapshot(`
    [
      "cni-conformance.bridge ADD-004 1.0.0: the plugin refuses an interface name that is taken",
      "cni-conformance.bridge DEL-003/repeated 1.0.0 (dual-stack): the plugin succeeds when DEL is repeated",
      "cni-conformance.bridge PARAM-002 1.0.0: the plugin refuses an interface name that is taken",
      "cni-conformance.vlan ADD-004 1.0.0: the plugin refuses an interface name that is taken",
      "cni-conformance.vlan ADD-004: the plugin refuses an interface name that is taken",
      "cni-conformance.vlan ADD-004 1.0.0: the plugin refuses an interface name that is taken",
      "cni-conformance.vlan ADD-004 1.0.0: the plugin refuses an interface name that is taken",
    ]
  `)
})

test('the properties hold the requirement and the link to its section', () => {
  const properties = elements(cases[1] ?? root, 'property').map(({ attributes: { name, value } }) => [name, value])
  expect(Object.fromEntries(properties)).toMatchInlineSnapshot(`
    {
      "case": "bridge@1.0.0 DEL-003/repeated (dual-stack)",
      "level": "must",
      "link": "https://github.com/containernetworking/cni/blob/main/SPEC.md#del-remove-container-from-network-or-un-apply-modifications",
      "requirement": "DEL-003",
      "section": "Section 2, DEL",
      "specVersion": "1.0.0",
    }
  `)
})

test('a failure has a message, the evidence and the reproducer', () => {
  const found = only(cases[1], 'failure')
  expect(found?.attributes).toEqual({ message: 'the second DEL failed', type: 'must' })
  expect(found?.text).toContain('"msg": "no such container"')
  expect(found?.text).toContain('--requirement DEL-003/repeated')
  expect(only(cases[1], 'system-out')?.text).toBe('#!/bin/sh\n')
})

test('a warning passes, and says what it is about', () => {
  expect(only(cases[2], 'failure')).toBeUndefined()
  expect(only(cases[2], 'system-out')?.text).toContain('the message does not name it')
})

test('what was not judged is skipped or an error, with the reason', () => {
  expect(only(cases[3], 'skipped')?.attributes.message).toBe('untestable: load the module 8021q')
  expect(only(cases[4], 'skipped')?.attributes.message).toBe('not-applicable: it has no addresses')
  expect(only(cases[5], 'error')?.attributes).toEqual({ message: 'ADD-001 failed', type: 'blocked' })
  expect(only(cases[6], 'error')?.attributes).toEqual({ message: 'ip is missing', type: 'error' })
})

test('what the baseline knows is skipped, with the reason and the issue', () => {
  const known = { reason: 'nobody minds', issue: 'https://example.org/1', expires: null }
  const results = [
    failure({ known }),
    caseResult({ verdict: 'warn', message: 'why', known: { ...known, issue: null } }),
  ]
  const document = parseXml(junit(report(results, { acceptable: true }), requirements))
  expect(document.attributes).toMatchObject({ tests: '2', failures: '0', errors: '0', skipped: '2' })
  expect(elements(document, 'skipped').map(({ attributes }) => attributes)).toEqual([
    { message: 'known: nobody minds (https://example.org/1)', type: 'known' },
    { message: 'known: nobody minds', type: 'known' },
  ])
  expect(elements(document, 'failure')).toEqual([])
})

test('what was not run is skipped', () => {
  const skipped = only(
    parseXml(junit(report([caseResult({ verdict: 'not-run', message: 'why' })]), requirements)),
    'skipped',
  )
  expect(skipped?.attributes.message).toBe('not-run: why')
})

test('what plugins print cannot break the document', () => {
  const nasty = invocation({ stdout: '\u0000\u001b[2J]]><![CDATA[ &amp; \ud800 \ufffe', stderr: '</failure>' })
  const text = only(
    parseXml(junit(report([failure({ invocations: [nasty], message: '"<\u0001>"' })]), requirements)),
    'failure',
  )?.text
  expect(text).toContain('\\x00\\x1b[2J]]><![CDATA[ &amp; \\ud800')
  expect(text).toContain('</failure>')
})

function verdictSuite(changes: Partial<Report>): ParsedElement | undefined {
  const suites = elements(parseXml(junit(report([caseResult()], changes), requirements)), 'testsuite')
  return suites.find(({ attributes }) => attributes.name === 'verdict')
}

describe('the verdict has a suite of its own', () => {
  test('when it cannot be trusted', () => {
    const suite = verdictSuite({ distrust: ['a worker died'] })
    expect(suite?.attributes.errors).toBe('1')
    expect(only(suite, 'error')?.attributes.message).toContain('a worker died')
  })

  test('when it is bad though no case failed', () => {
    const suite = verdictSuite({ conformant: false, acceptable: false })
    expect(suite?.attributes.failures).toBe('1')
    expect(only(suite, 'failure')?.attributes.message).toBe('Not conformant: 1 passed, 0 untestable.')
  })

  test('when only the baseline is wrong', () => {
    const stale = [{ target: 'bridge', requirement: 'ADD-004', reason: 'so' }]
    const plugins = { name: 'my-plugins', version: '1.0.0' }
    const suite = verdictSuite({ acceptable: false, baseline: { plugins, known: 0, stale, expired: [] } })
    expect(only(suite, 'failure')?.attributes.message).toContain('1 stale entry')
  })

  test('but not when the cases say all', () => {
    expect(verdictSuite({})).toBeUndefined()
  })
})
