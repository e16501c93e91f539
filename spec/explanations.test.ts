import { describe, expect, test } from 'vitest'
import type { Explanation } from './explanation.ts'
import { explanations } from './explanations.ts'
import { requirements } from './registry.ts'

const tested = requirements.filter((requirement) => !('untested' in requirement))

const rows = [...explanations].map(([id, explanation]) => [id, explanation] as const)

test('there is one for each requirement that is tested, and for no other', () => {
  expect([...explanations.keys()].toSorted()).toEqual(tested.map(({ id }) => id).toSorted())
})

describe.each(rows)('%s', (id, explanation) => {
  const texts = textsOf(explanation)

  test('is written in whole sentences', () => {
    for (const text of texts) expect(text).toMatch(/^[A-Za-z].*\.$/)
    for (const text of texts) expect(text).not.toMatch(/\.\.$|\s{2}|\n/)
  })

  test('has no sentence that is too long to follow', () => {
    expect(texts.flatMap(sentencesOf).filter((sentence) => sentence.split(' ').length > 40)).toEqual([])
  })

  test('is short', () => {
    expect(sentencesOf(explanation.rationale).length).toBeLessThanOrEqual(3)
    expect(sentencesOf(explanation.test).length).toBeGreaterThanOrEqual(2)
    expect(sentencesOf(explanation.test).length).toBeLessThanOrEqual(5)
    expect(explanation.causes.length).toBeGreaterThanOrEqual(1)
    expect(explanation.causes.length).toBeLessThanOrEqual(4)
  })

  test('says with each cause what to do', () => {
    for (const cause of explanation.causes) expect(cause).toMatch(/: [a-zA-Z]/)
  })

  test('names nothing that only the authors of this suite know', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/\b(mutant|fixture|vitest|harness|snapshot|residue|profile|target|warm-up)s?\b/i)
      expect(text).not.toMatch(/\.(ts|js)\b|\b(suites|runner|spec)\//)
    }
  })

  test('names no check that the requirement does not have', () => {
    const named = namedIn(explanation.test)
    const own = tested.find((requirement) => requirement.id === id)?.checks ?? []
    expect(named.filter((name) => !own.includes(name))).toEqual([])
  })

  test('refers to deviations by the address of a public issue', () => {
    for (const { plugin, issue } of explanation.knownDeviations ?? []) {
      expect(plugin).not.toBe('')
      expect(issue).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/)
    }
  })
})

function textsOf({ rationale, test: how, causes, knownDeviations = [] }: Explanation): readonly string[] {
  return [rationale, how, ...causes, ...knownDeviations.map(({ what }) => what)]
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=\.) /)
}

/** The names of checks in brackets, as in "without CNI_NETNS (netns-unset)". */
function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/\(([a-z]+(?:-[a-z]+)*)\)/g)].flatMap(([, name]) => name ?? [])
}
