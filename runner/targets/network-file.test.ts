import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNetworkFile } from './network-file.ts'

let directory: string

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cni-conformance-test-'))
})

afterAll(() => {
  rmSync(directory, { recursive: true })
})

function read(content: unknown) {
  const path = join(directory, '10-net.conf')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return readNetworkFile(path)
}

describe('a network configuration file', () => {
  test('may hold one plugin', () => {
    expect(read({ cniVersion: '0.4.0', name: 'net', type: 'bridge', ipMasq: true })).toEqual({
      name: 'net',
      cniVersion: '0.4.0',
      versions: ['0.4.0'],
      disableCheck: false,
      disableGC: false,
      plugins: [{ type: 'bridge', ipMasq: true }],
    })
  })

  test('may hold a list', () => {
    const { plugins } = read({ name: 'net', plugins: [{ type: 'bridge' }, { type: 'portmap' }] })
    expect(plugins).toEqual([{ type: 'bridge' }, { type: 'portmap' }])
  })

  test('may name several versions, of which those that exist count', () => {
    const { versions } = read({ cniVersion: '0.3.1', cniVersions: ['1.1.0', '9.9.9', '0.4.0'], name: 'n', type: 't' })
    expect(versions).toEqual(['0.3.1', '0.4.0', '1.1.0'])
  })

  test.each([true, 'true'])('may disable CHECK by %j', (disableCheck) => {
    expect(read({ name: 'net', type: 'bridge', disableCheck }).disableCheck).toBe(true)
  })

  test.each([
    ['{"name": "net",', 'JSON'],
    ['[]', 'has to be a JSON object'],
    [{ type: 'bridge' }, '"name" is missing'],
    [{ name: '../net', type: 'bridge' }, '"name" is "../net"'],
    [{ name: 'net' }, '"type" is missing'],
    [{ name: 'net', type: '../bridge' }, 'a type is the name of a file'],
    [{ name: 'net', plugins: [] }, '"plugins" has to be a list'],
    [{ name: 'net', plugins: [{ type: 'bridge' }, {}] }, '"plugins[1].type" is missing'],
  ])('is refused with its name and the reason: %j', (content, reason) => {
    expect(() => read(content)).toThrow(reason)
    expect(() => read(content)).toThrow('10-net.conf')
  })
})
