import { expect, test } from 'vitest'
import type { KnownSentence, TextId } from '../known-sentence.ts'
import { knownSentences } from '../sentences.ts'
import { coverageOf, type Finding } from './compare.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { readSentences } from './read-sentences.ts'

const text = `## Rules

A plugin must exit with zero when the operation that was asked for has succeeded.
A plugin must print its result on standard output, as a single document.
A runtime should set the variables that the operation needs before it runs a plugin.
A plugin may keep what it has to remember in a file below its own directory.
`

const sentences = text.trim().split('\n').slice(2)

function known(markdown: string, from: TextId, to: TextId): readonly KnownSentence[] {
  const fingerprints = fingerprintsOf(readSentences(markdown).filter(({ normative }) => normative))
  return fingerprints.map((fingerprint) => ({ fingerprint, from, to, encodes: ['ADD-001'] }))
}

const rows = known(text, '1.0.0', '1.1.0')

function differences(findings: readonly Finding[]): readonly (readonly [string, number | string])[] {
  return findings.flatMap((finding) => {
    if (finding.state === 'covered') return []
    return [[finding.state, finding.state === 'gone' ? finding.line : finding.sentence.text] as const]
  })
}

test('a text that is known is covered', () => {
  const { baseline, findings } = coverageOf(text, rows)
  expect(baseline).toBe('1.1.0')
  expect(findings.map(({ state }) => state)).toEqual(['covered', 'covered', 'covered', 'covered'])
})

test('a sentence that is changed, one that is new and one that is gone are told apart, in their places', () => {
  const edited = text
    .replace('must print', 'should print')
    .replace(`${sentences[2]}\n`, '')
    .replace('## Rules\n', '## Rules\n\nNobody shall open the socket of the container engine.\n')
  expect(differences(coverageOf(edited, rows).findings)).toEqual([
    ['new', 'Nobody shall open the socket of the container engine.'],
    ['changed', 'A plugin should print its result on standard output, as a single document.'],
    ['gone', 6],
  ])
})

test('what is gone from the beginning is reported first', () => {
  const [first] = coverageOf(text.replace(`${sentences[0]}\n`, ''), rows).findings
  expect(first).toMatchObject({ state: 'gone', line: 0 })
})

test('one of two equal sentences is missed', () => {
  const doubled = `${text}\n${sentences[0]}\n`
  expect(differences(coverageOf(text, known(doubled, '1.0.0', '1.1.0')).findings)).toEqual([['gone', 6]])
  expect(differences(coverageOf(doubled, rows).findings)).toEqual([['new', sentences[0]]])
})

test('another heading changes the sentences below it', () => {
  const { findings } = coverageOf(text.replace('Rules', 'Laws'), rows)
  expect(findings.map(({ state }) => state)).toEqual(['changed', 'changed', 'changed', 'changed'])
})

test('other marks, case at the beginning and line breaks change nothing', () => {
  const reformatted = text.replace('A plugin must exit', '**A plugin MUST\nexit**').replace('zero', '`zero`')
  expect(differences(coverageOf(reformatted, rows).findings)).toEqual([])
})

test('takes the text that it has most in common with, unless another is asked for', () => {
  const older = known(text.replace('should set', 'must set'), '0.4.0', '0.4.0')
  expect(coverageOf(text, [...rows, ...older]).baseline).toBe('1.1.0')
  expect(coverageOf(text.replace('should set', 'must set'), [...rows, ...older]).baseline).toBe('0.4.0')
  expect(coverageOf(text, [...rows, ...older], '0.4.0').baseline).toBe('0.4.0')
})

test('a text without anything known is all new', () => {
  const { findings } = coverageOf('A plugin must be nice.', knownSentences)
  expect(findings.filter(({ state }) => state !== 'gone').map(({ state }) => state)).toEqual(['new'])
})
