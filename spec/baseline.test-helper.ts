import type { Baseline, BaselineEntry, BaselineSubject } from './baseline.ts'
import type { PlannedCase } from './plan.ts'
import type { CaseResult } from './report.ts'
import type { Verdict } from './verdict.ts'

/** A planned case of DEL-003 on bridge in 1.0.0, but for what `changes` says. Its `id` follows from the rest. */
export function caseOf(changes: Partial<PlannedCase>): PlannedCase {
  const planned = {
    requirement: 'DEL-003',
    check: 'DEL-003/three-times',
    target: 'bridge',
    specVersion: '1.0.0',
    configuration: 'ipv4',
    level: 'must',
    contested: false,
    group: 'specification',
    ...changes,
  } as const
  return { id: `${planned.target}@${planned.specVersion} ${planned.check}`, ...planned }
}

/** An entry about DEL-003 of bridge, but for what `changes` says. */
export function entryOf(changes: Partial<BaselineEntry> = {}): BaselineEntry {
  return { target: 'bridge', requirement: 'DEL-003', reason: 'It is so.', ...changes }
}

export function baselineOf(...entries: readonly BaselineEntry[]): Baseline {
  return {
    format: 'cni-conformance/baseline',
    formatVersion: 1,
    plugins: { name: 'my-plugins', version: '1.0.0' },
    entries,
  }
}

/** A run that planned these cases, and nothing else, with their verdicts. */
export function subjectOf(cases: readonly (readonly [PlannedCase, Verdict])[]): BaselineSubject {
  return {
    plan: cases.map(([planned]) => planned),
    results: cases.map(([planned, verdict]) => resultOf(planned, verdict)),
  }
}

function resultOf(planned: PlannedCase, verdict: Verdict): CaseResult {
  return {
    ...planned,
    check: planned.check.slice(planned.requirement.length + 1),
    group: 'specification',
    title: 'the plugin does it',
    verdict,
    known: null,
    message: verdict === 'pass' ? '' : 'why',
    expected: null,
    actual: null,
    durationMs: 0,
    invocations: [],
    reproducer: null,
  }
}
