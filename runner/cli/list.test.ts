import { expect, test } from 'vitest'
import { requirements } from '../../spec/registry.ts'
import { UsageError } from '../fault.ts'
import { list } from './list.ts'
import { outputOf } from './output.test-helper.ts'

/** The ids that entries begin with. */
function idsIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^[A-Z]+-\d+/.exec(line)?.[0] ?? [])
}

test('without arguments, all requirements are listed', async () => {
  const { status, text } = await outputOf(list)
  expect(status).toBe(0)
  expect(idsIn(text)).toEqual(requirements.map(({ id }) => id))
})

test('arguments select some of them', async () => {
  const { text } = await outputOf(list, 'version-00?', 'ADD-001')
  expect(idsIn(text)).toEqual([
    ...requirements.map(({ id }) => id).filter((id) => id.startsWith('VERSION-00')),
    'ADD-001',
  ])
})

test('as data, the same are selected', async () => {
  const { text } = await outputOf(list, '--json', 'DEL')
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(requirements.filter(({ id }) => id.startsWith('DEL-')))))
})

test('an entry says what, how binding, for whom, and by which checks', async () => {
  const { text } = await outputOf(list, 'DEL-004')
  for (const said of ['CNI_NETNS unset', 'must from 1.0.0; interface, chained, ipam', 'checks: DEL-004/netns-unset']) {
    expect(text).toContain(said)
  }
})

test('what is no requirement is wrong usage', async () => {
  await expect(list.run(['DELL'])).rejects.toThrow(UsageError)
  await expect(list.run(['DELL'])).rejects.toThrow('did you mean DEL?')
})
