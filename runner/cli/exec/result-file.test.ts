import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../fault.ts'
import { defaultStateDirectory, type ResultKey, resultsInDirectory } from './result-file.ts'

const key: ResultKey = {
  network: 'mynet',
  containerId: 'c1',
  ifname: 'eth0',
  netns: '/run/netns/blue',
  cniVersion: '1.0.0',
  configuration: '{"name":"mynet"}',
}

const attachment = { result: { cniVersion: '1.0.0', ips: [] }, args: 'A=B;C=D=E', capabilityArguments: { mac: 'x' } }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cni-conformance-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'state/mynet-c1-eth0')
const open = (changes: Partial<ResultKey> = {}) => resultsInDirectory(join(folder, 'state'), { ...key, ...changes })

describe('what is saved', () => {
  test('is loaded again, by another process', async () => {
    expect(await (await open()).load()).toEqual({ kind: 'none' })
    await (await open()).save(attachment)
    expect(await (await open()).load()).toEqual({ kind: 'attachment', attachment })
  })

  test('is gone when it is removed, which may be done twice', async () => {
    const results = await open()
    await results.save(attachment)
    await results.remove()
    await results.remove()
    expect(await results.load()).toEqual({ kind: 'none' })
  })

  test('replaces what was there, and leaves no other file', async () => {
    const results = await open()
    await results.save(attachment)
    await results.save({ result: { cniVersion: '1.0.0', dns: {} } })
    expect(await results.load()).toEqual({
      kind: 'attachment',
      attachment: { result: { cniVersion: '1.0.0', dns: {} } },
    })
    expect(readdirSync(join(folder, 'state'))).toEqual(['mynet-c1-eth0'])
  })

  test('has the format of the cache of libcni, in a directory that is private', async () => {
    await (await open()).save(attachment)
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      kind: 'cniCacheV1',
      containerId: 'c1',
      config: Buffer.from('{"name":"mynet"}').toString('base64'),
      ifName: 'eth0',
      networkName: 'mynet',
      netns: '/run/netns/blue',
      cniArgs: [
        ['A', 'B'],
        ['C', 'D=E'],
      ],
      capabilityArgs: { mac: 'x' },
      result: attachment.result,
    })
    expect(statSync(join(folder, 'state')).mode & 0o777).toBe(0o700)
  })
})

describe('a damaged file', () => {
  test.each([
    ['{"kind":"cniCacheV1","result":', 'is no JSON object'],
    ['', 'is no JSON object'],
    ['[]', 'is no JSON object'],
    ['{"kind":"other","result":{}}', 'holds no stored result'],
    ['{"kind":"cniCacheV1","result":"text"}', 'holds no stored result'],
  ])('%j is recognised', async (text, problem) => {
    const results = await open()
    writeFileSync(file(), text)
    expect(await results.load()).toEqual({ kind: 'damaged', problem: `${file()} ${problem}` })
  })

  test('of another attachment with the same name of the file is recognised', async () => {
    await (await open()).save(attachment)
    const other = await open({ network: 'mynet-c1', containerId: 'eth0', ifname: 'x' })
    writeFileSync(join(folder, 'state/mynet-c1-eth0-x'), readFileSync(file()))
    expect(await other.load()).toMatchObject({
      kind: 'damaged',
      problem: expect.stringContaining('another attachment'),
    })
  })

  test('of another version says which one to use', async () => {
    await (await open()).save(attachment)
    expect(await (await open({ cniVersion: '0.4.0' })).load()).toMatchObject({
      kind: 'damaged',
      problem: expect.stringContaining('takes --spec-version 1.0.0'),
    })
  })

  test('may be a directory', async () => {
    await expect(
      resultsInDirectory(file(), key)
        .then(() => open())
        .then((results) => results.load()),
    ).resolves.toMatchObject({
      kind: 'damaged',
      problem: expect.stringContaining('cannot be read'),
    })
  })
})

test('a directory that cannot be made is a fault that names the option', async () => {
  writeFileSync(join(folder, 'state'), '')
  await expect(open()).rejects.toThrow(Fault)
  await expect(open()).rejects.toThrow('--state-dir takes another directory')
})

test('the default directory is of the system for root, and of the user for others', () => {
  const env = { HOME: '/home/alice', XDG_STATE_HOME: '/home/alice/state' }
  expect(defaultStateDirectory(env, true)).toBe('/var/lib/cni-conformance/results')
  expect(defaultStateDirectory(env, false)).toBe('/home/alice/state/cni-conformance/results')
  const own = '/home/alice/.local/state/cni-conformance/results'
  expect(defaultStateDirectory({ HOME: '/home/alice' }, false)).toBe(own)
  expect(defaultStateDirectory({ ...env, XDG_STATE_HOME: 'relative' }, false)).toBe(own)
})
