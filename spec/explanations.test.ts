import { describe, expect, test } from 'vitest'
import type { Explanation } from './explanation.ts'
import { explanations } from './explanations.ts'
import { checkIds, requirements, requirementsById } from './registry.ts'
import { type Requirement, untested } from './requirement.ts'

const rows = [...explanations].map(([id, explanation]) => [id, explanation] as const)

test('there is one for each requirement, and for nothing else', () => {
  expect([...explanations.keys()].toSorted()).toEqual(requirements.map(({ id }) => id).toSorted())
})

describe.each(rows)('%s', (id, explanation) => {
  const texts = textsOf(explanation)
  const requirement = requirementsById.get(id)

  test('is written in whole sentences', () => {
    for (const text of texts) expect(text).toMatch(/^[A-Za-z].*\.$/)
    for (const text of texts) expect(text).not.toMatch(/\.\.$|\s{2}|\n/)
  })

  test('has no sentence that is too long to follow', () => {
    expect(texts.flatMap(sentencesOf).filter((sentence) => sentence.split(' ').length > 40)).toEqual([])
  })

  test('is short', () => {
    expect(sentencesOf(explanation.rationale).length).toBeLessThanOrEqual(3)
    if (explanation.test === undefined) return
    expect(sentencesOf(explanation.test).length).toBeGreaterThanOrEqual(2)
    expect(sentencesOf(explanation.test).length).toBeLessThanOrEqual(5)
  })

  test('has causes where plugins or configurations can violate it, and nowhere else', () => {
    const { causes } = explanation
    expect(causes !== undefined).toBe(requirement !== undefined && canBeMended(requirement))
    if (causes === undefined) return
    expect(causes.length).toBeGreaterThanOrEqual(1)
    expect(causes.length).toBeLessThanOrEqual(4)
  })

  test('says with each cause what to do', () => {
    for (const cause of explanation.causes ?? []) expect(cause).toMatch(/: [a-zA-Z]/)
  })

  test('names nothing that only the authors of this suite know', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/\b(mutant|fixture|vitest|harness|snapshot|residue|profile|target|warm-up)s?\b/i)
      expect(text).not.toMatch(/\.(ts|js)\b|\b(suites|runner|spec)\//)
    }
  })

  test('names no check that the requirement does not have', () => {
    const named = namedIn(explanation.test ?? '')
    const known = requirement === undefined ? [] : checkIds(requirement).map((check) => check.slice(id.length + 1))
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  test('refers to deviations by the address of a public issue', () => {
    for (const { plugin, issue } of explanation.knownDeviations ?? []) {
      expect(plugin).not.toBe('')
      expect(issue).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/)
    }
  })
})

/** Those who read causes are authors of plugins and of configurations; and what is only permitted cannot be violated. */
function canBeMended({ binds, untested: reason }: Requirement): boolean {
  return binds !== 'runtime' && reason !== untested.permission
}

function textsOf({ rationale, test: how, causes = [], knownDeviations = [] }: Explanation): readonly string[] {
  const method = how === undefined ? [] : [how]
  return [rationale, ...method, ...causes, ...knownDeviations.map(({ what }) => what)]
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=\.) /)
}

/** The names of checks in brackets, as in "without CNI_NETNS (netns-unset)". */
function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/\(([a-z]+(?:-[a-z]+)*)\)/g)].flatMap(([, name]) => name ?? [])
}
