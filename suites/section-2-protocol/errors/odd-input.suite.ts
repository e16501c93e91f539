import { expect } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import type { CallOptions } from '../../support/plugin.ts'

/** Keys of the specification with values of the wrong type, or none. Undefined removes the key. */
const wrongTypes: readonly (readonly [string, Json | undefined])[] = [
  ['cniVersion', undefined],
  ['cniVersion', null],
  ['cniVersion', 1],
  ['name', undefined],
  ['name', 7],
  ['type', ['bridge']],
  ['ipam', 'host-local'],
  ['ipam', []],
  ['dns', 'none'],
  ['args', []],
  ['runtimeConfig', 'none'],
  ['prevResult', 'none'],
  ['prevResult', { interfaces: {}, ips: 'none', routes: [7] }],
]

check('ERROR-010/wrong-types', 'ends properly when a key has a value of the wrong type', async (context) => {
  for (const [key, value] of wrongTypes) {
    const { [key]: _, ...rest } = requestOf(context)
    const stdin = JSON.stringify(value === undefined ? rest : { ...rest, [key]: value })
    await expectProperEnd(context, { stdin }, `${key} ${JSON.stringify(value) ?? 'is missing'}`)
  }
})

/** Input that is unlike what runtimes write. */
const unusualInput: Readonly<Record<string, (request: string) => string | Uint8Array>> = {
  'ten megabytes of spaces': (request) => `${' '.repeat(10 * 1024 * 1024)}${request}`,
  'a string that is no UTF-8': (request) => Buffer.from(withMember(request, '"x-unknown":"\xff\xfe"'), 'latin1'),
  'UTF-16': (request) => Buffer.from(`\ufeff${request}`, 'utf16le'),
  'an array in an array, and so on': (request) =>
    withMember(request, `"x-unknown":${'['.repeat(5000)}${']'.repeat(5000)}`),
  'the same key twice': (request) => withMember(request, '"name":"other"'),
  'a number that is too large': (request) => withMember(request, '"mtu":1e999'),
  'an unpaired surrogate': (request) => withMember(request, '"x-unknown":"\\ud800"'),
  'a byte order mark': (request) => `\ufeff${request}`,
  'two documents': (request) => `${request}${request}`,
}

check('ERROR-010/unusual-json', 'ends properly when its input is unusual', async (context) => {
  for (const [what, change] of Object.entries(unusualInput)) {
    await expectProperEnd(context, { stdin: change(JSON.stringify(requestOf(context))) }, what)
  }
})

check('ERROR-010/malformed-args', 'ends properly when CNI_ARGS is malformed', async (context) => {
  for (const CNI_ARGS of ['FOO', '=BAR', ';;', 'FOO=BAR=BAZ;', '{"FOO":"BAR"}']) {
    await expectProperEnd(context, { env: { CNI_ARGS } }, `CNI_ARGS ${CNI_ARGS}`)
  }
})

function requestOf({ configuration, target, specVersion }: CheckContext): JsonObject {
  const network = configuration?.network ?? 'net'
  return { cniVersion: specVersion, name: network, ...(configuration?.plugin ?? { type: target.name }) }
}

/** The text of an object with one more member at its end. */
function withMember(object: string, member: string): string {
  return `${object.slice(0, -1)},${member}}`
}

/** With success or with an error object, as the plugin likes: there is no right answer, but a crash is none. */
async function expectProperEnd({ plugin, sandbox }: CheckContext, options: CallOptions, what: string): Promise<void> {
  const invocation = await plugin.add({ ...options, container: await sandbox.addContainer(), containerId: 'odd' })
  expect(isJsonObject(invocation.document), `${what}: ${describeOutcome(invocation)}`).toBe(true)
}
