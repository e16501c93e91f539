import { chai } from 'vitest'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../runner/invoke/outcome.ts'
import { isAccepted } from './acceptance.ts'
import { describeOutcome } from './describe-outcome.ts'
import { isRefusal } from './refusal.ts'

interface CheckMatchers {
  /** Of an invocation: exit status 0, and nothing but what the operation may print. */
  toSucceed: () => void
  /** Of an invocation: exit status 0, whatever it printed, unless that is an error. */
  toBeAccepted: () => void
  /** Of an invocation: the plugin itself decided to fail. A crash, a hang, a missing file is no refusal. */
  toBeRefused: () => void
  /** Of an invocation: refused with this code in the error object. */
  toFailWithCode: (code: number) => void
  /** Of what `reach` returned: it arrived and was answered, and came from that address if one is given. */
  toArrive: (source?: string) => void
  /** Of a list of sentences, each of which says what is wrong: there is none. */
  toListNothing: () => void
}

declare module 'vitest' {
  // A merged interface repeats the type parameters to the letter.
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> extends CheckMatchers {}
}

// Not expect.extend: what its matchers throw has no name by which it could be told from a fault of the tool.
chai.use(({ Assertion }) => {
  Assertion.addMethod('toSucceed', function toSucceed() {
    const invocation: Invocation = this._obj
    judge(this, invocation.record.outcome === 'success', 'success', describeOutcome(invocation))
  })
  Assertion.addMethod('toBeAccepted', function toBeAccepted() {
    const invocation: Invocation = this._obj
    judge(this, isAccepted(invocation), 'success', describeOutcome(invocation))
  })
  Assertion.addMethod('toBeRefused', function toBeRefused() {
    const invocation: Invocation = this._obj
    judge(this, isRefusal(invocation), 'an error', describeOutcome(invocation))
  })
  Assertion.addMethod('toFailWithCode', function toFailWithCode(code: number) {
    const invocation: Invocation = this._obj
    const { document } = invocation
    const fits = isRefusal(invocation) && isErrorObject(document) && document.code === code
    judge(this, fits, `an error with code ${code}`, describeOutcome(invocation))
  })
  Assertion.addMethod('toArrive', function toArrive(source?: string) {
    const seen: string | null = this._obj
    const expected = source === undefined ? 'an answer' : `an answer to ${source}`
    const actual = seen === null ? 'there was none' : `it was ${seen} that was answered`
    judge(this, seen !== null && (source === undefined || seen === source), expected, actual)
  })
  Assertion.addMethod('toListNothing', function toListNothing() {
    const sentences: readonly string[] = this._obj
    const [first, ...more] = sentences
    const message = `found ${first}${more.length === 0 ? '' : `, and ${more.length} more`}`
    this.assert(first === undefined, message, 'found nothing', 'nothing', sentences.join('\n'))
  })
})

function judge(assertion: Chai.AssertionStatic, fits: boolean, expected: string, actual: string): void {
  assertion.assert(
    fits,
    `expected ${expected}, but ${actual}`,
    `did not expect ${expected}, but ${actual}`,
    expected,
    actual,
  )
}
