import { expect, test } from 'vitest'
import { behaviours } from '../../spec/behaviours.ts'
import { requirements } from '../../spec/registry.ts'
import { selectEntries } from './select-entries.ts'

const ids = (...names: readonly string[]) => selectEntries(names).map(({ id }) => id)
const idsOf = (group: string) => requirements.map(({ id }) => id).filter((id) => id.startsWith(`${group}-`))

test.each([
  ['DEL-003', 'the id of a requirement'],
  ['del-003', 'an id in lower case'],
  ['DEL-003/three-times', 'the id of a check'],
])('%s, %s, names one requirement', (name) => {
  expect(ids(name)).toEqual(['DEL-003'])
})

test('a group and a glob name several, in the order of the specification', () => {
  expect(ids('DEL')).toEqual(idsOf('DEL'))
  expect(ids('DEL-*')).toEqual(idsOf('DEL'))
  expect(ids('*/netns-gone')).toEqual(['DEL-004', 'DEL-006', 'DELEGATE-004'])
})

test.each(['BEHAVIOUR-bridge', 'behaviour-bridge/host', 'BEHAVIOUR-bridge/*'])('%s names a behaviour', (name) => {
  expect(ids(name)).toEqual(['BEHAVIOUR-bridge'])
})

test('a group names all behaviours', () => {
  expect(ids('BEHAVIOUR')).toEqual(behaviours.map(({ id }) => id))
})

test('the order of the arguments is kept, and nothing is named twice', () => {
  expect(ids('DEL-003', 'ADD-001', 'DEL')).toEqual([
    'DEL-003',
    'ADD-001',
    ...idsOf('DEL').filter((id) => id !== 'DEL-003'),
  ])
})

test.each([
  ['DEL-03', 'DEL-003'],
  ['DEL003', 'DEL-003'],
  ['delegat-001', 'DELEGATE-001'],
  ['DEL-003/tree-times', 'DEL-003/three-times'],
  ['RESULTS', 'RESULT'],
  ['BEHAVIOUR-brigde/host', 'BEHAVIOUR-bridge/host'],
])('%s suggests %s', (mistyped, meant) => {
  expect(() => selectEntries([mistyped])).toThrow(`there is no requirement ${mistyped} (did you mean ${meant}?)`)
})

test('what resembles nothing suggests nothing', () => {
  expect(() => selectEntries(['something-else'])).toThrow(
    'there is no requirement something-else: see cni-conformance list',
  )
})
