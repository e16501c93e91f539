import { expect, test } from 'vitest'
import { behaviours } from '../../spec/behaviours.ts'
import { requirements } from '../../spec/registry.ts'
import { UsageError } from '../fault.ts'
import { list } from './list.ts'
import { outputOf } from './output.test-helper.ts'

/** The ids that entries begin with. */
function idsIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^[A-Z]+-[a-z\d-]+/.exec(line)?.[0] ?? [])
}

test('without arguments, all requirements and behaviours are listed', async () => {
  const { status, text } = await outputOf(list)
  expect(status).toBe(0)
  expect(idsIn(text)).toEqual([...requirements, ...behaviours].map(({ id }) => id))
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

test('an entry of a behaviour says of which type, where that is documented, and by which checks', async () => {
  const { text } = await outputOf(list, 'BEHAVIOUR-host-local')
  expect(text).toBe(`BEHAVIOUR-host-local
              what plugins of the type host-local are documented to do
              documented at https://www.cni.dev/plugins/current/ipam/host-local/
              checks: BEHAVIOUR-host-local/requested BEHAVIOUR-host-local/rest
`)
  const { text: data } = await outputOf(list, '--json', 'BEHAVIOUR-host-local')
  expect(JSON.parse(data)).toMatchObject([
    {
      id: 'BEHAVIOUR-host-local',
      type: 'host-local',
      checks: { requested: expect.any(String), rest: expect.any(String) },
    },
  ])
})

test('what is no requirement is wrong usage', async () => {
  await expect(list.run(['DELL'])).rejects.toThrow(UsageError)
  await expect(list.run(['DELL'])).rejects.toThrow('did you mean DEL?')
})
