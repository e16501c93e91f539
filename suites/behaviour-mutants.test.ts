import { beforeAll, describe, expect, test } from 'vitest'
import { behaviourMutants } from '../fixtures/mutants/behaviours.ts'
import { mutantId } from '../fixtures/mutants/mutant.ts'
import { behaviourCheckIds, behaviours } from '../spec/behaviours.ts'
import type { BehaviourMatrix } from './behaviour-matrix.ts'
import { reportOnMutants } from './kill-matrix.test-helper.ts'

describe('the suites accuse a plugin that does not do what its type is known for of exactly that', () => {
  let matrix: BehaviourMatrix

  beforeAll(async () => {
    matrix = JSON.parse(await reportOnMutants('--behaviours'))
  }, 1_800_000)

  test.for(behaviourMutants.map((mutant) => [mutantId(mutant), [...mutant.violates].sort()] as const))(
    '%s: %j',
    ([id, violates], { skip }) => {
      const absence = matrix.leftOut.find(({ mutant }) => mutant === id)
      skip(absence !== undefined, absence?.reason)
      const kill = matrix.kills.find(({ mutant }) => mutant === id)
      expect(kill?.errors).toEqual([])
      expect(kill?.found).toEqual(violates)
    },
  )

  test('every check accuses a mutant, as far as this kernel goes', () => {
    expect(matrix.unproved).toEqual([])
  })
})

test('every check of a behaviour has a mutant that it has to accuse', () => {
  const checks = behaviours.flatMap(behaviourCheckIds)
  const violated = new Set<string>(behaviourMutants.flatMap(({ violates }) => violates))
  expect(checks.filter((check) => !violated.has(check))).toEqual([])
})
