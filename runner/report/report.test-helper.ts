import type { CaseResult, InvocationRecord, Report } from '../../spec/report.ts'
import { must, type Requirement, requirement, should } from '../../spec/requirement.ts'
import { summarise } from '../../spec/summary.ts'

const list: readonly Requirement[] = [
  requirement({
    id: 'ADD-004',
    section: 'add',
    statement: 'ADD fails when an interface of the given name is there already.',
    holds: [must('0.1.0')],
  }),
  requirement({
    id: 'DEL-003',
    section: 'del',
    statement: 'DEL succeeds for an attachment that is gone already, however often it is called.',
    holds: [must('0.3.0')],
    checks: ['repeated', 'never-added'],
  }),
  requirement({
    id: 'PARAM-002',
    section: 'parameters',
    statement: 'A plugin names the missing variable in its error.',
    holds: [should('0.1.0')],
  }),
]

/** A registry that does not change with the real one. */
export const requirements: ReadonlyMap<string, Requirement> = new Map(list.map((each) => [each.id, each]))

export function invocation(changes: Partial<InvocationRecord> = {}): InvocationRecord {
  return {
    command: 'DEL',
    executable: '/opt/cni/bin/bridge',
    env: {
      CNI_COMMAND: 'DEL',
      CNI_CONTAINERID: 'container-1',
      CNI_NETNS: '/run/netns/ctr-1',
      CNI_IFNAME: 'eth0',
      CNI_PATH: '/opt/cni/bin',
    },
    stdin: '{"cniVersion":"1.0.0","name":"net","type":"bridge"}',
    stdout: '{"code":7,"msg":"no such container"}\n',
    stderr: '',
    truncated: false,
    exitCode: 1,
    signal: null,
    outcome: 'cni-error',
    durationMs: 12.4,
    ...changes,
  }
}

/** A result that passes, but for what `changes` says. Its `id` follows from the rest. */
export function caseResult(changes: Partial<CaseResult> = {}): CaseResult {
  const result: Omit<CaseResult, 'id'> = {
    requirement: 'ADD-004',
    level: 'must',
    contested: false,
    group: 'specification',
    target: 'bridge',
    specVersion: '1.0.0',
    check: '',
    configuration: null,
    title: 'the plugin refuses an interface name that is taken',
    verdict: 'pass',
    known: null,
    message: '',
    expected: null,
    actual: null,
    durationMs: 31,
    invocations: [],
    reproducer: null,
    ...changes,
  }
  const check = result.check === '' ? result.requirement : `${result.requirement}/${result.check}`
  const variant = result.configuration === null ? '' : ` (${result.configuration})`
  return { id: `${result.target}@${result.specVersion ?? 'any'} ${check}${variant}`, ...result }
}

/** The violation that most tests look at: a second DEL fails. */
export function failure(changes: Partial<CaseResult> = {}): CaseResult {
  return caseResult({
    requirement: 'DEL-003',
    check: 'repeated',
    title: 'the plugin succeeds when DEL is repeated',
    verdict: 'fail',
    message: 'the second DEL failed',
    expected: 'success',
    actual: 'error 7: no such container',
    invocations: [invocation()],
    reproducer: '#!/bin/sh\n',
    ...changes,
  })
}

/** A report on the results; its targets are theirs, its summary and verdict follow from them unless `changes` says otherwise. */
export function report(results: readonly CaseResult[], changes: Partial<Report> = {}): Report {
  const summary = summarise(results.filter(({ group }) => group === 'specification'))
  return {
    format: 'cni-conformance/report',
    formatVersion: 1,
    tool: { name: 'cni-conformance', version: '0.1.0' },
    environment: { node: '20.20.2', kernel: '6.1.0', architecture: 'x64', privileges: 'root' },
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 4321,
    summary,
    behaviours: summarise(results.filter(({ group }) => group === 'behaviour')),
    conformant: summary.fail === 0 && summary.error === 0,
    acceptable: summary.fail === 0 && summary.error === 0,
    baseline: null,
    distrust: [],
    options: {},
    targets: [...new Set(results.map(({ target }) => target))].map((name) => ({
      name,
      path: `/opt/cni/bin/${name}`,
      kind: 'interface',
      versions: ['0.4.0', '1.0.0'],
      profile: name,
    })),
    results,
    ...changes,
  }
}
