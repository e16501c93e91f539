import { inject, test } from 'vitest'
import type { Evidence } from '../../runner/engine/provided.ts'
import { reproducer } from '../../runner/report/reproducer.ts'
import type { BehaviourId } from '../../spec/behaviours.ts'
import type { PlannedCase } from '../../spec/plan.ts'
import type { CheckId } from '../../spec/registry.ts'
import type { InvocationRecord } from '../../spec/report.ts'
import { type CheckContext, openContext } from './context.ts'
import './matchers.ts'

/**
 * Tests one requirement, or one behaviour, on every planned case of it. What the body throws decides the verdict: a failed assertion accuses the
 * plugin, `Blocked` and `NotApplicable` explain why there is none, anything else is a fault of this tool.
 *
 * @param assertion what is asserted, as the rest of a sentence that begins with "the plugin"
 */
export function check(
  id: CheckId | BehaviourId,
  assertion: string,
  body: (context: CheckContext) => Promise<void>,
): void {
  const { cases, timeoutMs, traceFile, generated } = inject('run')
  for (const planned of cases.filter((candidate) => candidate.check === id)) {
    // A check makes a handful of calls; the test must not end before the deadline of the last one.
    const options = { timeout: (20 + (generated?.runs ?? 0)) * timeoutMs, meta: { caseId: planned.id, assertion } }
    // oxlint-disable-next-line vitest/expect-expect -- the body has the assertions
    test.concurrent(`${planned.id} ${assertion}`, options, async ({ task }) => {
      const context = await openContext(planned)
      try {
        await body(context)
      } catch (error) {
        task.meta.evidence = evidenceOf(context, planned, assertion, error)
        throw error
      } finally {
        if (traceFile !== undefined) task.meta.trace = await context.sandbox.readFile(traceFile)
        await context.sandbox.destroy()
      }
    })
  }
}

function evidenceOf(
  { sandbox: { steps } }: CheckContext,
  planned: PlannedCase,
  assertion: string,
  error: unknown,
): Evidence {
  return {
    invocations: steps.flatMap((step) => (step.kind === 'invocation' ? [bounded(step.record)] : [])),
    reproducer: reproducer(steps, { title: `${planned.id}: the plugin ${assertion}`, ...conclusionOf(error) }),
  }
}

/** As much of an output as helps to understand it: what is more belongs neither between processes nor into a report. */
const maxEvidenceLength = 64 * 1024

function bounded(record: InvocationRecord): InvocationRecord {
  const { stdin, stdout, stderr } = record
  return {
    ...record,
    stdin: stdin.slice(0, maxEvidenceLength),
    stdout: stdout.slice(0, maxEvidenceLength),
    stderr: stderr.slice(0, maxEvidenceLength),
    truncated: record.truncated || [stdin, stdout, stderr].some(({ length }) => length > maxEvidenceLength),
  }
}

/** What a failed assertion expected and found. */
function conclusionOf(error: unknown): { readonly expected?: string; readonly actual?: string } {
  if (!(error instanceof Error)) return {}
  const expected: unknown = Reflect.get(error, 'expected')
  const actual: unknown = Reflect.get(error, 'actual')
  return {
    ...(typeof expected === 'string' ? { expected } : {}),
    ...(typeof actual === 'string' ? { actual } : {}),
  }
}
