import { beforeAll, describe, expect, test } from 'vitest'
import { behaviourMutants } from '../fixtures/mutants/behaviours.ts'
import { mutantId } from '../fixtures/mutants/mutant.ts'
import { mutants } from '../fixtures/mutants.ts'
import { reportOnMutants } from './kill-matrix.test-helper.ts'
import type { KillMatrix } from './kill-matrix.ts'

describe('the suites accuse a plugin with one defect of exactly what it violates', () => {
  let matrix: KillMatrix

  beforeAll(async () => {
    matrix = JSON.parse(await reportOnMutants())
  }, 3_600_000)

  test.each(mutants.map((mutant) => [mutantId(mutant), [...mutant.violates].sort()] as const))(
    '%s: %j',
    (id, violates) => {
      const kill = matrix.kills.find(({ mutant }) => mutant === id)
      expect(kill?.errors).toEqual([])
      expect(kill?.found).toEqual(violates)
    },
  )

  test('every check accuses a mutant', () => {
    expect(matrix.unproved).toEqual([])
  })
})

test('no two mutants have the same id', () => {
  const ids = [...mutants, ...behaviourMutants].map(mutantId)
  expect(new Set(ids).size).toBe(ids.length)
})
