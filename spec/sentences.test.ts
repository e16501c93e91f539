import { describe, expect, test } from 'vitest'
import { texts } from './known-sentence.ts'
import { requirements, requirementsById } from './registry.ts'
import { levelIn } from './requirement.ts'
import { knownSentences } from './sentences.ts'
import { isSpecVersion } from './versions.ts'

describe('the known sentences', () => {
  test('are each there once', () => {
    const fingerprints = knownSentences.map(({ fingerprint }) => fingerprint)
    expect(new Set(fingerprints).size).toBe(fingerprints.length)
    for (const fingerprint of fingerprints) expect(fingerprint).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}$/)
  })

  test('are encoded, or excluded with a reason', () => {
    for (const { fingerprint, from, to, encodes, excluded } of knownSentences) {
      expect(encodes.length > 0, fingerprint).toBe(excluded === undefined)
      expect(texts.indexOf(from), fingerprint).toBeLessThanOrEqual(texts.indexOf(to))
    }
  })

  test('are encoded by requirements that hold in the versions of their texts', () => {
    const wrong = knownSentences.flatMap(({ fingerprint, from, to, encodes }) =>
      texts
        .slice(texts.indexOf(from), texts.indexOf(to) + 1)
        .filter(isSpecVersion)
        .flatMap((version) =>
          encodes
            .map((id) => requirementsById.get(id))
            .filter((requirement) => requirement === undefined || levelIn(requirement, version) === undefined)
            .map((requirement) => `${fingerprint} in ${version}: ${requirement?.id}`),
        ),
    )
    expect(wrong).toEqual([])
  })

  test('are the reason for each requirement, apart from those whose sentences have no keyword', () => {
    const encoded = new Set<string>(knownSentences.flatMap(({ encodes }) => encodes))
    const others = requirements.map(({ id }) => id).filter((id) => !encoded.has(id))
    expect(others).toEqual(['CONFIG-008', 'CONFIG-009', 'VERSION-007', 'GC-008', 'ERROR-005', 'ERROR-006'])
  })
})
