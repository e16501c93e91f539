import fc from 'fast-check'
import { inject } from 'vitest'
import type { CheckContext } from './context.ts'

/** How long is looked for a simpler value: what a plugin leaves behind takes seconds to find, each time. */
const simplifyingMs = 60_000

/**
 * Asserts something for values that are made at random, each in a sandbox of its own. When it does not hold for one, the value
 * is made simpler as long as it still does not hold, for a minute at most, and the assertion fails for that one in the sandbox of the check, so that
 * the evidence and the reproducer are of the simplest case.
 */
export async function forAny<T>(
  context: CheckContext,
  values: fc.Arbitrary<T>,
  holds: (context: CheckContext, value: T) => Promise<void>,
): Promise<void> {
  const { generated } = inject('run')
  if (generated === undefined) throw new Error('a check with generated requests was planned without a number of them')
  let deadline = Number.POSITIVE_INFINITY
  const property = fc.asyncProperty(values, async (value) => {
    // What holds is not simplified further.
    if (Date.now() > deadline) return
    const own = await context.again()
    try {
      await holds(own, value)
    } catch (error) {
      deadline = Math.min(deadline, Date.now() + simplifyingMs)
      throw error
    } finally {
      await own.sandbox.destroy()
    }
  })
  const outcome = await fc.check(property, { numRuns: generated.runs, seed: generated.seed })
  if (!outcome.failed || outcome.counterexample === null) return
  await holds(context, outcome.counterexample[0])
  throw outcome.errorInstance
}
