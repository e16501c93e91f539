import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../spec/json.ts'
import type { SchemaKind } from '../../../spec/schema-kinds.ts'
import { nearestVersion, recogniseKind, recogniseVersion } from './recognise.ts'

describe('the kind of a document shows in its keys, or in the name of its file', () => {
  test.each<[JsonObject, string, SchemaKind | undefined]>([
    [{ plugins: [] }, 'x.json', 'network-config-list'],
    [{ type: 'bridge', plugins: [] }, 'x.conf', 'network-config-list'],
    [{ type: 'bridge' }, 'x.json', 'network-config'],
    [{ type: 'bridge', runtimeConfig: {} }, 'x.json', 'add-request'],
    [{ type: 'bridge', prevResult: {} }, '-', 'add-request'],
    [{ type: 'bridge', prevResult: {} }, '10-x.conf', 'network-config'],
    [{ type: 'bridge', 'cni.dev/valid-attachments': [] }, '-', 'gc-request'],
    [{ code: 7, msg: 'no' }, '-', 'error'],
    [{ msg: 'no' }, '-', 'error'],
    [{ supportedVersions: [] }, '-', 'version-result'],
    [{ ip4: {} }, '-', 'add-result'],
    [{ interfaces: [] }, '-', 'add-result'],
    [{}, 'x.conflist', 'network-config-list'],
    [{}, 'x.conf', 'network-config'],
    [{}, 'x.json', undefined],
    [{ cniVersion: '1.0.0' }, '-', undefined],
  ])('%j in %s: %s', (document, file, kind) => {
    expect(recogniseKind(document, file)?.value).toBe(kind)
  })
})

describe('the version of a document is the one it names, or the one it is written in', () => {
  test.each<[SchemaKind, JsonObject, string]>([
    ['add-result', { cniVersion: '0.4.0' }, '0.4.0'],
    ['add-result', { cniVersion: 'v0.4.0' }, '0.4.0'],
    ['add-result', { cniVersion: '0.5.0' }, '1.1.0'],
    ['add-result', { ip4: {} }, '0.1.0'],
    ['add-result', { ips: [{ version: '4' }] }, '0.4.0'],
    ['add-result', { ips: [{}] }, '1.1.0'],
    ['network-config', {}, '0.1.0'],
    ['network-config-list', {}, '1.1.0'],
    ['network-config-list', { cniVersions: ['0.4.0', '1.0.0', '9.0.0'] }, '1.0.0'],
    ['network-config-list', { cniVersion: '0.4.0', cniVersions: ['1.0.0'] }, '0.4.0'],
    ['error', { cniVersion: '9.0.0' }, '1.1.0'],
  ])('%s %j: %s', (kind, document, version) => {
    expect(recogniseVersion(kind, document).value).toBe(version)
  })
})

test.each<[Json, string | undefined]>([
  ['v1.0.0', '1.0.0'],
  ['1.0', '1.0.0'],
  [1, '1.0.0'],
  [0.4, '0.4.0'],
  ['V0.3.1 ', '0.3.1'],
  ['0.5.0', undefined],
  ['', undefined],
  ['1.0.0-rc1', undefined],
  [true, undefined],
])('%j is probably meant to be %s', (text, version) => {
  expect(nearestVersion(text)).toBe(version)
})
