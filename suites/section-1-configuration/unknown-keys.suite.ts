import { expect } from 'vitest'
import type { Invocation } from '../../runner/invoke/invoke.ts'
import type { Json } from '../../spec/json.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { errorText } from '../support/error-object.ts'
import { demandErrorObject, NotApplicable } from '../support/interruptions.ts'

const [key, value] = ['x-unknown', 'a value of nobody']

check('KEYS-003', 'takes a key that it does not know, or refuses it with code 2', async (context) => {
  const added = await addWithKey(context, key, value)
  if (added.record.outcome === 'success') return
  expect(added).toBeRefused()
  expect(demandErrorObject(added)).toFailWithCode(2)
})

check('KEYS-004', 'ignores what it does not understand in args', async (context) => {
  expect(await addWithKey(context, 'args', { 'example.org/note': { kept: true } })).toSucceed()
})

check('ERROR-008', 'names the key and the value when it refuses a key with code 2', async (context) => {
  const { document } = await addWithKey(context, key, value)
  const text = errorText(document, 2)
  if (text === undefined) throw new NotApplicable('it does not refuse an unknown key with code 2')
  expect(text).toContain(key)
  expect(text).toContain(value)
})

/** An ADD with one more key in the configuration, after one without it, which has to work. */
async function addWithKey(
  { plugin, configuration, attach, prepare }: CheckContext,
  name: string,
  content: Json,
): Promise<Invocation> {
  if (configuration === null) throw new Error('a check of keys was planned without a configuration')
  await attach({ containerId: 'control' })
  return plugin.add({ ...(await prepare()), config: { ...configuration.plugin, [name]: content } })
}
