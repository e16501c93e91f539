import { expect } from 'vitest'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'
import { isJsonObject } from '../../spec/json.ts'
import { describeOutcome } from './describe-outcome.ts'

/** Exit status and output say the same: both that it worked, or both that it failed. What is neither says nothing. */
export function expectAgreement(invocation: Invocation): void {
  const { exitCode } = invocation.record
  const said = isErrorObject(invocation.document)
    ? 'failure'
    : isJsonObject(invocation.document)
      ? 'success'
      : undefined
  const exited = exitCode === null ? 'no exit status' : exitCode === 0 ? 'success' : 'failure'
  expect(exited, describeOutcome(invocation)).toBe(said ?? (exitCode === null ? 'success or failure' : exited))
}
