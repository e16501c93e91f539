import { expect } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import { resultGeneration, type SpecVersion } from '../../../spec/versions.ts'
import { check } from '../../support/check.ts'
import { demandSuccess } from '../../support/interruptions.ts'

check('ADD-004', 'passes its prevResult on', async ({ plugin, prepare, attach, specVersion }) => {
  await attach({ containerId: 'control' })
  const call = await prepare()
  const prevResult = withMarkers(isJsonObject(call.prevResult) ? call.prevResult : {}, specVersion)
  const { document } = demandSuccess(await plugin.add({ ...call, prevResult }), 'ADD')
  expect(essence(withoutOwnInterfaces(document, prevResult))).toEqual(essence(prevResult))
})

check(
  'ADD-005',
  'prints a result equivalent to its prevResult when it changes nothing that results tell of',
  async ({ plugin, target, prepare, attach, specVersion }) => {
    const config = target.invisibleConfiguration
    if (config === undefined) throw new Error('ADD-005 was planned without a configuration to test it with')
    await attach({ containerId: 'control' })
    const call = await prepare()
    const prevResult = withMarkers(isJsonObject(call.prevResult) ? call.prevResult : {}, specVersion)
    const { document } = demandSuccess(await plugin.add({ ...call, config, prevResult }), 'ADD')
    expect(withoutEmpty(document)).toEqual(withoutEmpty(prevResult))
  },
)

/** Things that the plugin did not make and cannot know, at the end of each list, where they are in nobody's way. */
function withMarkers(result: JsonObject, version: SpecVersion): JsonObject {
  const family = resultGeneration(version) === 'ips-with-version' ? { version: '4' } : {}
  return {
    ...result,
    interfaces: [
      ...list(result.interfaces),
      { name: 'marker0', mac: '02:00:5e:10:00:01', sandbox: '/run/netns/elsewhere' },
    ],
    ips: [...list(result.ips), { ...family, address: '192.0.2.7/24' }],
    routes: [...list(result.routes), { dst: '198.51.100.0/24', gw: '192.0.2.1' }],
    dns: { nameservers: ['192.0.2.53'], search: ['marker.example'] },
  }
}

/** A result up to the interfaces of the prevResult: what the plugin makes itself, as bandwidth does, it may list after them. */
function withoutOwnInterfaces(result: Json | undefined, prevResult: JsonObject): Json | undefined {
  if (!isJsonObject(result)) return result
  return { ...result, interfaces: list(result.interfaces).slice(0, list(prevResult.interfaces).length) }
}

/** What no chained plugin has a reason to change: which interfaces, addresses and routes there are, and the DNS. */
function essence(result: Json | undefined): JsonObject {
  if (!isJsonObject(result)) return {}
  return {
    interfaces: list(result.interfaces).map((each) => pick(each, ['name', 'sandbox'])),
    ips: list(result.ips).map((each) => pick(each, ['address', 'gateway', 'interface'])),
    routes: list(result.routes).map((each) => pick(each, ['dst', 'gw'])),
    dns: result.dns ?? {},
  }
}

/** What is empty says the same as what is absent (stand A-24). */
function withoutEmpty(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isJsonObject(value)) return value ?? null
  const entries = Object.entries(value).map(([key, each]) => [key, withoutEmpty(each)] as const)
  return Object.fromEntries(entries.filter(([, each]) => !isEmpty(each)))
}

function isEmpty(value: Json): boolean {
  if (isJsonObject(value)) return Object.keys(value).length === 0
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function pick(value: Json, keys: readonly string[]): Json {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(keys.map((key) => [key, value[key] ?? null]))
}
