import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { isPluginType, kindOfPlugin, placeOfKeys, pluginTypes } from './plugin-types.ts'
import { readCases, schemaCases } from './schema-cases.test-helper.ts'
import { createAjv } from './schema-compiler.ts'
import { hasSchema } from './schema-kinds.ts'
import { mutationsOf } from './schema-mutation.test-helper.ts'
import { isSpecVersion, specVersions } from './versions.ts'

const base = 'https://cni-conformance.example/schemas'
const id = `${base}/network-configuration.schema.json`
const schema = readSchema('network-configuration.schema.json')
const parts = ['plugins', 'conventions', ...specVersions].flatMap((folder) =>
  readdirSync(new URL(`schemas/${folder}`, import.meta.url)).map((name) => readSchema(`${folder}/${name}`)),
)
const ajv = createAjv()
for (const part of [...parts, schema]) ajv.addSchema(part, undefined, false, false)

const own = readCases('network-configuration')
const ofVersions = specVersions.flatMap((version) =>
  (['network-config', 'network-config-list'] as const)
    .filter((kind) => hasSchema(version, kind))
    .map((kind) => ({ name: `${version}/${kind}`, documents: schemaCases(kind, version).map(({ data }) => data) })),
)
const ofPlugins = pluginTypes.map((type) => ({
  name: `plugins/${type}`,
  documents: readCases(`plugins/${type}`).flatMap(({ data }) =>
    isJsonObject(data) && data.type === type
      ? configurationsWith(placeOfKeys(type) === 'ipam' ? delegating(data) : data)
      : [],
  ),
}))

test.each(own)('$name', ({ data, valid }) => {
  const check = ajv.getSchema(id)
  expect(check?.(data), JSON.stringify(check?.errors)).toBe(valid)
})

describe.each([...ofVersions, ...ofPlugins])('the cases of $name', ({ documents }) => {
  test('are decided as by the parts', () => {
    const check = ajv.getSchema(id)
    const others = documents.filter((document) => check?.(document) !== partsAllow(document))
    expect(others).toEqual([])
    expect(documents.length).toBeGreaterThan(0)
  })
})

test('no constraint is idle', () => {
  const documents = [...ofVersions, ...ofPlugins].flatMap(({ documents: all }) => all)
  const cases = [...own, ...documents.map((data) => ({ data, valid: partsAllow(data) }))]
  const decidesAll = (changed: JsonObject): boolean => {
    const check = ajv.compile({ ...changed, $id: `${base}/mutation.schema.json` })
    ajv.removeSchema(`${base}/mutation.schema.json`)
    return cases.every(({ data, valid }) => check(data) === valid)
  }
  expect(decidesAll(schema)).toBe(true)
  const mutations = mutationsOf(schema)
  const survivors = mutations.filter(({ schema: changed }) => decidesAll(changed))
  expect(
    survivors.map(({ path }) => path),
    `${survivors.length} of ${mutations.length} mutations survive`,
  ).toEqual([])
})

test('its examples are valid', () => {
  expect(ajv.validateSchema(schema)).toBe(true)
  for (const example of Array.isArray(schema.examples) ? schema.examples : []) {
    expect(ajv.validate(id, example), ajv.errorsText()).toBe(true)
  }
})

/** The same plugin in each way of writing a configuration. */
function configurationsWith(plugin: JsonObject): readonly JsonObject[] {
  return [
    { ...plugin, cniVersion: '0.4.0', name: 'mynet' },
    { cniVersion: '1.1.0', name: 'mynet', plugins: [{ type: 'loopback' }, plugin] },
  ]
}

function delegating(ipam: JsonObject): JsonObject {
  return { type: 'bridge', capabilities: { ipRanges: true }, ipam }
}

/** What the schema of the version, those of the plugins and those of their IPAM plugins say together. */
function partsAllow(document: Json): boolean {
  if (!isJsonObject(document)) return false
  const plugins = 'plugins' in document ? document.plugins : [document]
  return isValid(formOf(document), document) && (Array.isArray(plugins) ? plugins : []).every(pluginIsValid)
}

function pluginIsValid(plugin: Json): boolean {
  if (!isJsonObject(plugin) || !isPluginType(plugin.type) || placeOfKeys(plugin.type) === 'ipam') return true
  const { type } = plugin
  const delegates = kindOfPlugin(type) === 'interface' && type !== 'flannel' && type !== 'loopback'
  return isValid(`plugins/${type}`, plugin) && (!delegates || ipamIsValid(plugin))
}

/** The only rule that no part knows: ranges of host-local come from its keys, or from the runtime of the plugin above it. */
function ipamIsValid({ capabilities, ipam }: JsonObject): boolean {
  if (!isJsonObject(ipam) || !isPluginType(ipam.type) || placeOfKeys(ipam.type) === 'plugin') return true
  const given = 'subnet' in ipam || (Array.isArray(ipam.ranges) && ipam.ranges.length > 0)
  const fromRuntime = isJsonObject(capabilities) && capabilities.ipRanges === true
  return isValid(`plugins/${ipam.type}`, ipam) && (given || fromRuntime || ipam.type !== 'host-local')
}

function formOf({ cniVersion, cniVersions, plugins }: JsonObject): string {
  if (Array.isArray(cniVersions) && cniVersions.includes('1.1.0')) return '1.1.0/network-config-list'
  const version = cniVersion ?? (cniVersions === undefined ? '0.1.0' : '1.1.0')
  if (!isSpecVersion(version)) return 'unknown'
  const kinds = ['network-config', 'network-config-list'] as const
  const known = kinds.filter((kind) => hasSchema(version, kind))
  return `${version}/${known.length === 1 ? known[0] : kinds[plugins === undefined ? 0 : 1]}`
}

function isValid(name: string, instance: Json): boolean {
  return name !== 'unknown' && ajv.validate(`${base}/${name}.schema.json`, instance)
}
