import { describe, expect, test } from 'vitest'
import { baselineOf, caseOf, entryOf, subjectOf } from './baseline.test-helper.ts'
import { applyBaseline } from './baseline.ts'
import { toBeReviewed, updateBaseline } from './update-baseline.ts'

const newest = caseOf({ specVersion: '1.0.0' })
const older = caseOf({ specVersion: '0.4.0' })
const otherCheck = caseOf({ check: 'DEL-003/never-added' })

describe('a new violation gets an entry', () => {
  const entriesFor = (...cases: Parameters<typeof subjectOf>[0]) =>
    updateBaseline(baselineOf(), subjectOf(cases)).baseline.entries

  test('for the requirement, where no case of it passes', () => {
    expect(entriesFor([newest, 'fail'], [older, 'warn'], [otherCheck, 'fail'])).toEqual([
      { target: 'bridge', requirement: 'DEL-003', reason: toBeReviewed },
    ])
  })

  test('for the check, where another one passes', () => {
    expect(entriesFor([newest, 'fail'], [older, 'fail'], [otherCheck, 'pass'])).toEqual([
      { target: 'bridge', requirement: 'DEL-003/three-times', reason: toBeReviewed },
    ])
  })

  test('with the versions, where another one passes, or was not looked at', () => {
    for (const verdict of ['pass', 'blocked', 'untestable'] as const)
      expect(entriesFor([newest, 'fail'], [older, verdict])).toEqual([
        { target: 'bridge', requirement: 'DEL-003/three-times', specVersions: ['1.0.0'], reason: toBeReviewed },
      ])
    const { plan, results } = subjectOf([[newest, 'fail']])
    const { added } = updateBaseline(baselineOf(), { plan: [...plan, older], results })
    expect(added).toMatchObject([{ specVersions: ['1.0.0'] }])
  })

  test('of its own for each target', () => {
    const ptp = caseOf({ target: 'ptp' })
    expect(entriesFor([ptp, 'fail'], [newest, 'fail']).map(({ target }) => target)).toEqual(['bridge', 'ptp'])
  })

  test('and everything else gets none', () => {
    expect(entriesFor([newest, 'pass'], [older, 'blocked'], [otherCheck, 'untestable'])).toEqual([])
  })
})

describe('an entry that was there', () => {
  const reviewed = entryOf({ reason: 'Nobody minds.', issue: 'https://example.org/1' })

  test('stays as it is while something matches it', () => {
    const baseline = baselineOf(reviewed)
    expect(
      updateBaseline(
        baseline,
        subjectOf([
          [newest, 'fail'],
          [older, 'pass'],
        ]),
      ),
    ).toEqual({
      baseline,
      kept: [reviewed],
      dropped: [],
      added: [],
    })
  })

  test('goes when it is stale', () => {
    expect(updateBaseline(baselineOf(reviewed), subjectOf([[newest, 'pass']]))).toMatchObject({
      baseline: { entries: [] },
      dropped: [reviewed],
    })
  })

  test('stays when the run has not looked at it', () => {
    const others = [entryOf({ target: 'ptp' }), entryOf({ requirement: 'ADD-001' })]
    expect(updateBaseline(baselineOf(...others), subjectOf([[newest, 'pass']])).kept).toEqual(others)
    expect(updateBaseline(baselineOf(reviewed), subjectOf([[newest, 'blocked']])).kept).toEqual([reviewed])
  })

  test('stays expired: no other takes its place', () => {
    const expired = entryOf({ expires: '2020-01-01' })
    const { baseline, added } = updateBaseline(baselineOf(expired), subjectOf([[newest, 'fail']]))
    expect({ entries: baseline.entries, added }).toEqual({ entries: [expired], added: [] })
  })

  test('lends its reason and its issue to a new one for the same requirement of the target', () => {
    const narrow = { ...reviewed, specVersions: ['0.4.0'] as const, expires: '2020-01-01' }
    const { added } = updateBaseline(
      baselineOf(narrow),
      subjectOf([
        [newest, 'fail'],
        [older, 'fail'],
      ]),
    )
    const { reason, issue } = reviewed
    expect(added).toEqual([
      { target: 'bridge', requirement: 'DEL-003/three-times', specVersions: ['1.0.0'], reason, issue },
    ])
  })
})

test('after an update every violation is known, nothing is stale, and another update changes nothing', () => {
  const subject = subjectOf([
    [newest, 'fail'],
    [older, 'pass'],
    [otherCheck, 'warn'],
    [caseOf({ target: 'ptp' }), 'note'],
    [caseOf({ requirement: 'BEHAVIOUR-bridge', check: 'BEHAVIOUR-bridge/mtu', group: 'behaviour' }), 'warn'],
    [caseOf({ target: 'static', requirement: 'ERROR-004', check: 'ERROR-004' }), 'pass'],
  ])
  const outdated = entryOf({ target: 'static', requirement: 'ERROR-004' })
  const { baseline } = updateBaseline(baselineOf(outdated), subject)
  const { results, outcome } = applyBaseline(baseline, subject, '2026-03-14')
  expect(results.filter(({ verdict, known }) => verdict !== 'pass' && known === null)).toEqual([])
  expect(outcome).toMatchObject({ known: 4, stale: [], expired: [] })
  expect(updateBaseline(baseline, subject)).toMatchObject({ baseline, dropped: [], added: [] })
})
