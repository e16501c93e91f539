import { errorMeanings, isDefinedErrorCode } from '../../../spec/error-codes.ts'
import type { Json } from '../../../spec/json.ts'
import type { ChainStep, StepFailure } from '../../invoke/chain.ts'
import type { Invocation } from '../../invoke/invoke.ts'
import { isErrorObject } from '../../invoke/outcome.ts'

/** Why a step failed, as a clause; undefined when it succeeded. */
export function failureOf({ type, invocation, failure }: ChainStep, timeoutMs: number): string | undefined {
  if (failure === 'not-found') {
    return `no directory of CNI_PATH has an executable ${type}: --plugins takes the directory that it is in`
  }
  return failure === undefined || invocation === undefined ? undefined : describe(failure, invocation, timeoutMs)
}

function describe(
  failure: Exclude<StepFailure, 'not-found'>,
  { record, document }: Invocation,
  timeoutMs: number,
): string {
  switch (failure) {
    case 'no-result':
      return 'a success without a result: standard output holds no JSON object'
    case 'cni-error':
      return describeError(document)
    case 'malformed':
      return record.exitCode === 0
        ? 'neither a success nor an error: the exit status is 0, but standard output holds no result'
        : 'neither a success nor an error: standard output holds no error object, so a runtime cannot tell what is wrong'
    case 'crash':
      return `a crash, not an error: ${record.signal} killed it`
    case 'timeout':
      return `still not at an end after ${timeoutMs} ms, so it was killed: --timeout allows for more`
    case 'flood':
      return 'stopped, because it printed without end'
    case 'not-executable':
      return `not started: ${record.stderr}`
  }
}

function describeError(document: Json | undefined): string {
  if (!isErrorObject(document)) return 'an error'
  const { code, msg, details } = document
  const meaning = isDefinedErrorCode(code) ? ` (${errorMeanings[code].meaning})` : ''
  const words = [msg, details].filter((part): part is string => typeof part === 'string' && part !== '')
  return `CNI error ${code}${meaning}: ${words.join(': ') || 'without a message'}`
}
