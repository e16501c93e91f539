import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseResult, Report } from '../../spec/report.ts'
import { verdicts } from '../../spec/verdict.ts'
import { caseResult, failure, invocation, report, requirements } from './report.test-helper.ts'
import type { TerminalOptions } from './terminal/page.ts'
import { terminal } from './terminal.ts'

const plain: TerminalOptions = { colour: false, width: 80, verbose: false, quiet: false }

function rendered(
  results: readonly CaseResult[],
  options: Partial<TerminalOptions> = {},
  changes?: Partial<Report>,
): string {
  return terminal(report(results, changes), requirements, { ...plain, ...options })
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1
}

test('a failure reads from the requirement to the command that repeats it', () => {
  const results = [failure({ specVersion: '0.4.0', message: 'DEL hangs' }), failure()]
  expect(rendered(results)).toMatchInlineSnapshot(`
    "cni-conformance 0.1.0 on Linux 6.1.0 (x64), Node 20.20.2, as root

    Results
    -------
    target  DEL
    bridge  0/2 FAIL

    Passed of those that apply, and the worst verdict among them; - where none
    applies.

    Failures
    --------
    FAIL  bridge  DEL-003/repeated (must)
      in 0.4.0, 1.0.0
      required   DEL succeeds for an attachment that is gone already, however often
                 it is called.
      section    Section 2, DEL
                 https://github.com/containernetworking/cni/blob/main/SPEC.md#del-remove-container-from-network-or-un-apply-modifications
      asserted   the plugin succeeds when DEL is repeated
      message    the second DEL failed
      expected   success
      actual     error 7: no such container
      in 0.4.0   DEL hangs
      repeat     cni-conformance /opt/cni/bin --only bridge --spec-version 1.0.0 \\
                   --requirement DEL-003/repeated

      1. DEL: exit status 1 after 12 ms (cni-error)
         /opt/cni/bin/bridge
           CNI_COMMAND=DEL
           CNI_CONTAINERID=container-1
           CNI_NETNS=/run/netns/ctr-1
           CNI_IFNAME=eth0
           CNI_PATH=/opt/cni/bin
         stdin
           {
             "cniVersion": "1.0.0",
             "name": "net",
             "type": "bridge"
           }
         stdout
           {
             "code": 7,
             "msg": "no such container"
           }
         stderr: empty

    cni-conformance explain <id> says more about a requirement.
    The JSON report (--reporter json=report.json) has for each violation a shell
    script that shows it without this tool.

    Not conformant: 2 failed, 0 passed, 0 untestable.
    "
  `)
})

test('the last line is the verdict', () => {
  for (const options of [{}, { verbose: true }, { quiet: true }]) {
    const lines = rendered([failure(), caseResult()], options).trimEnd().split('\n')
    expect(lines.at(-1)).toBe('Not conformant: 1 failed, 1 passed, 0 untestable.')
  }
})

test('a quiet report is the verdict', () => {
  expect(rendered([caseResult()], { quiet: true })).toBe('Conformant: 1 passed, 0 untestable.\n')
})

describe('what is shown of', () => {
  const warning = caseResult({ verdict: 'warn', message: 'bad manners', invocations: [invocation()] })

  test('a warning: not the invocations, unless verbose', () => {
    expect(rendered([warning])).toContain('bad manners')
    expect(rendered([warning])).not.toContain('CNI_IFNAME')
    expect(rendered([warning], { verbose: true })).toContain('CNI_IFNAME')
  })

  test.each(['note', 'not-applicable'] as const)('%s: only the number, unless verbose', (verdict) => {
    const result = caseResult({ verdict, message: 'no use for it' })
    expect(rendered([result])).not.toContain('no use for it')
    expect(rendered([result], { verbose: true })).toContain('no use for it')
  })

  test.each(['blocked', 'untestable'] as const)('%s: each reason once, with the checks', (verdict) => {
    const targets = ['vlan', 'vrf']
    const text = rendered(targets.map((target) => caseResult({ target, verdict, message: 'load a module' })))
    expect(occurrences(text, 'load a module')).toBe(1)
    for (const target of targets) expect(text).toContain(`${target}, 1 case: ADD-004`)
  })

  test('what the baseline knows: the reason and the issue instead of the evidence, once for all versions', () => {
    const known = { reason: 'nobody minds', issue: 'https://example.org/1', expires: '2030-12-31' }
    const text = rendered([failure({ known }), failure({ known, specVersion: '0.4.0' }), failure({ target: 'ptp' })])
    expect(text).toContain(
      'known  bridge  DEL-003/repeated\n' +
        '  in 1.0.0, 0.4.0\n' +
        '  reason     nobody minds\n' +
        '  issue      https://example.org/1\n' +
        '  until      2030-12-31\n',
    )
    expect(text).toMatch(/bridge {2}0\/2 known\nptp {5}0\/1 FAIL/)
    expect(occurrences(text, 'FAIL  ')).toBe(1)
    expect(occurrences(text, 'nobody minds')).toBe(1)
  })

  test('a baseline that is out of date: each entry, and what to do', () => {
    const entry = { target: 'bridge', requirement: 'DEL-003', reason: 'nobody minds', expires: '2020-12-31' }
    const stale = { ...entry, requirement: 'ADD-004', specVersions: ['0.4.0', '1.0.0'] as const }
    const plugins = { name: 'my-plugins', version: '1.0.0' }
    const baseline = { plugins, known: 0, stale: [stale], expired: [entry] }
    const text = rendered([failure()], { width: 200 }, { baseline })
    expect(text).toContain('bridge ADD-004 in 0.4.0, 1.0.0 passes now: remove the entry, or call --update-baseline.')
    expect(text).toContain('bridge DEL-003 was excused until 2020-12-31, and is not any more: nobody minds')
  })

  test('tool errors: everything, loudly', () => {
    const text = rendered([caseResult({ verdict: 'error', message: 'ip is missing', invocations: [invocation()] })])
    expect(text).toMatch(/!!! THE TOOL FAILED.*\n {2}ip is missing\n {4}bridge, 1 case: ADD-004/)
    expect(text).toContain('CNI_IFNAME=eth0')
  })

  test('distrust: each reason on a line of its own, too', () => {
    const text = rendered([caseResult()], {}, { distrust: ['a worker died', 'a case is missing'] })
    expect(text).toContain('\n  a worker died\n  a case is missing\n')
  })

  test('a long output: its beginning, unless verbose', () => {
    const stdout = Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join('')
    const result = failure({ invocations: [invocation({ stdout })] })
    expect(rendered([result])).toContain('60 more lines')
    expect(rendered([result])).not.toContain('line 40')
    expect(rendered([result], { verbose: true })).toContain('line 99')
  })

  test('many invocations: the last ones, with their numbers', () => {
    const text = rendered([failure({ invocations: Array.from({ length: 8 }, () => invocation()) })])
    expect(text).toContain('3 earlier invocations')
    expect(text).not.toMatch(/^ {2}3\. DEL/m)
    expect(text).toMatch(/^ {2}8\. DEL/m)
  })

  test('a requirement that the registry does not have: all but its text', () => {
    expect(rendered([failure({ requirement: 'NEW-001' })])).toContain('NEW-001/repeated (must)')
  })
})

describe('whatever plugins print', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  const record = fc
    .record({ stdin: text, stdout: text, stderr: text, executable: text, env: fc.dictionary(text, text) })
    .map((changes) => invocation(changes))
  const known = fc.option(fc.record({ reason: text, issue: fc.option(text), expires: fc.option(text) }))
  const result = fc
    .record({
      verdict: fc.constantFrom(...verdicts),
      known,
      message: text,
      title: text,
      target: text,
      configuration: text,
      expected: text,
      actual: text,
      invocations: fc.array(record, { maxLength: 2 }),
    })
    .map(caseResult)

  test('no control character reaches the terminal', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 4 }), fc.boolean(), text, (results, verbose, reason) => {
        const lines = rendered(results, { verbose }, { distrust: [reason] }).split('\n')
        expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Cs}]/u.test(line))).toEqual([])
      }),
    )
  })

  test('a name that is too long is cut between characters, not through one', () => {
    const target = `${'\0'.repeat(6)}\u{10000}\0`
    const lines = rendered([caseResult({ target })]).split('\n')
    expect(lines.filter((line) => /\p{Cs}/u.test(line))).toEqual([])
  })

  test('the only escape sequences are colours of our own', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 4 }), (results) => {
        const coloured = rendered(results, { colour: true, verbose: true })
        expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).toBe(rendered(results, { verbose: true }))
      }),
    )
  })
})

test('long values stay within the page, but for what is to be copied', () => {
  const word = 'aa:bb:cc:dd:ee:ff,'.repeat(20)
  const long = invocation({
    stdout: word,
    stderr: `${word} ${word}`,
    stdin: `{"mac":"${word}"}`,
    env: { CNI_ARGS: word },
  })
  const lines = rendered([
    failure({ message: word, expected: word, invocations: [long], target: 'x'.repeat(100) }),
  ]).split('\n')
  const tooLong = lines.filter((line) => line.length > 80)
  expect(tooLong.map((line) => line.trim().slice(0, 6))).toEqual(['FAIL  ', 'https:', '--only'])
})
