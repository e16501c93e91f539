import { describe, expect, test } from 'vitest'
import { checkIds, requirements } from './registry.ts'
import { levelIn } from './requirement.ts'
import { sections } from './sections.ts'
import { stands } from './stands.ts'
import { specVersions } from './versions.ts'

describe('the registry', () => {
  test('uses each id once', () => {
    const ids = requirements.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(requirements.map((requirement) => [requirement.id, requirement] as const))(
    '%s is complete',
    (id, requirement) => {
      expect(id).toMatch(/^[A-Z]+-\d{3}$/)
      expect(requirement.statement).toMatch(/^[A-Z].*\.$/)
      expect(requirement.kinds.length > 0).toBe(requirement.binds === 'plugin')
      expect(new Set(checkIds(requirement)).size).toBe(checkIds(requirement).length)
      expect(specVersions.some((version) => levelIn(requirement, version) !== undefined)).toBe(true)
    },
  )

  test('orders the versions that a requirement holds for, without gaps that overlap', () => {
    for (const { id, holds } of requirements) {
      const bounds = holds
        .flatMap(({ from, to }) => [from, to ?? '1.1.0'])
        .map((version) => specVersions.indexOf(version))
      expect(bounds, id).toEqual([...bounds].sort((a, b) => a - b))
    }
  })

  test('has a use for every section and every stand', () => {
    expect(Object.keys(stands).sort()).toEqual([...new Set(requirements.flatMap(({ stand }) => stand ?? []))].sort())
    for (const { section } of requirements) expect(sections[section]).toBeDefined()
  })
})
