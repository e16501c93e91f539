import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'
import './provided.ts'
import { type CaseEnding, findingOf } from './ending.ts'

/** Gathers how every case ended, and everything that happened beside the cases, from a run of vitest. */
export class Collector implements Reporter {
  readonly endings: CaseEnding[] = []
  /** Reasons why results may be missing or wrong: errors outside of any test. */
  readonly troubles: string[] = []
  readonly #onEnding: (ending: CaseEnding) => void

  constructor(onEnding: (ending: CaseEnding) => void) {
    this.#onEnding = onEnding
  }

  onInit(_vitest: Vitest): void {}

  onTestCaseResult(testCase: TestCase): void {
    const ending = endingOf(testCase)
    if (ending === undefined) return
    this.endings.push(ending)
    this.#onEnding(ending)
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    for (const module of modules) {
      for (const { message } of module.errors()) {
        // A file whose checks are all out of the selection. One that lost its cases is noticed in the join with the plan.
        if (message.includes('No test suite found')) continue
        this.troubles.push(`${module.relativeModuleId} could not be loaded: ${message}`)
      }
    }
    for (const { message } of errors) this.troubles.push(`an error outside of any check: ${message}`)
  }
}

function endingOf(testCase: TestCase): CaseEnding | undefined {
  const { caseId, assertion, evidence, trace } = testCase.meta()
  const result = testCase.result()
  // A case that is still pending has no ending: the join with the plan finds that it is missing.
  if (caseId === undefined || result.state === 'pending' || result.state === 'skipped') return undefined
  const [error] = result.errors ?? []
  const finding = error === undefined ? 'kept' : findingOf(error)
  return {
    caseId,
    title: assertion ?? testCase.name,
    finding,
    message: error === undefined ? '' : finding === 'error' ? `${error.name}: ${error.message}` : error.message,
    expected: text(error?.expected),
    actual: text(error?.actual),
    durationMs: testCase.diagnostic()?.duration ?? 0,
    evidence,
    trace,
  }
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
