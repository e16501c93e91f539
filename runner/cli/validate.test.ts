import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main, openWorkplace, type Ran, type Workplace } from './exec.test-helper.ts'

let place: Workplace

beforeAll(() => {
  place = openWorkplace()
})

afterAll(() => place.remove())

function validate(...args: readonly string[]): Promise<Ran> {
  return place.run(['validate', ...args])
}

async function validateText(name: string, text: string, ...args: readonly string[]): Promise<Ran> {
  place.file(name, text)
  return validate(...args, name)
}

test('a valid file is valid, and the guesses are explained', async () => {
  const { stdout, exitCode } = await validateText(
    'result.json',
    '{"cniVersion": "1.0.0", "ips": [{"address": "10.1.0.5/16"}]}',
  )
  expect(stdout).toMatchInlineSnapshot(`
    "result.json: read as add-result of CNI 1.0.0, because it has ips and cniVersion says so; the kind as
    first argument and --spec-version override this

    result.json: valid"
  `)
  expect(exitCode).toBe(0)
})

test('issues and notes are shown where they are, in the order of the file', async () => {
  const { stdout, exitCode } = await validateText(
    '10-mynet.conflist',
    `{
  "cniVersion": "1.0.0",
  "name": "mynet",
  "plugins": [
    {
      "type": "bridge", // the bridge
      "isGatway": true,
      "mtu": "1500",
      "ipam": { "type": "host-local", "subnet": "10.1.0.0" }
    },
    { "capabilities": { "portMappings": true }, "runtimeConfig": {}, "capabilities": {} },
  ]
}
`,
  )
  expect(stdout).toMatchInlineSnapshot(`
    "10-mynet.conflist: read as network-config-list of CNI 1.0.0, because it has plugins and cniVersion
    says so; the kind as first argument and --spec-version override this

    10-mynet.conflist:6:25: JSON has no comments: take this one out
       6 |       "type": "bridge", // the bridge
         |                         ^^^^^^^^^^^^^

    10-mynet.conflist:7:7: nobody knows the key "isGatway": did you mean "isGateway"?
      note, at /plugins/0/isGatway
       7 |       "isGatway": true,
         |       ^^^^^^^^^^

    10-mynet.conflist:8:14: plugins[0].mtu is "1500", but has to be a whole number
      plugin bridge, at /plugins/0/mtu
       8 |       "mtu": "1500",
         |              ^^^^^^

    10-mynet.conflist:9:49: plugins[0].ipam.subnet is "10.1.0.0", but has to be a subnet with room for
      two addresses and without bits behind the prefix, such as 10.1.0.0/16
      plugin host-local, at /plugins/0/ipam/subnet
       9 |       "ipam": { "type": "host-local", "subnet": "10.1.0.0" }
         |                                                 ^^^^^^^^^^

    10-mynet.conflist:11:5: plugins[1] has no "type"
      CONFIG-001, at /plugins/1/type
      11 |     { "capabilities": { "portMappings": true }, "runtimeConfig": {}, "capabilities": {} },
         |     ^

    10-mynet.conflist:11:7: "capabilities" is here again later: most decoders take the last one and drop
      this
      note, at /plugins/1/capabilities
      11 |     { "capabilities": { "portMappings": true }, "runtimeConfig": {}, "capabilities": {} },
         |       ^^^^^^^^^^^^^^

    10-mynet.conflist:11:49: "runtimeConfig" is a key that the runtime makes, so a configuration should
      not have it
      note, CONFIG-007, at /plugins/1/runtimeConfig
      11 |     { "capabilities": { "portMappings": true }, "runtimeConfig": {}, "capabilities": {} },
         |                                                 ^^^^^^^^^^^^^^^

    10-mynet.conflist:11:90: JSON has no comma before ]: take it out
      11 |     { "capabilities": { "portMappings": true }, "runtimeConfig": {}, "capabilities": {} },
         |                                                                                          ^

    10-mynet.conflist: not valid (5 issues, 3 notes)"
  `)
  expect(exitCode).toBe(1)
})

test('the same as data', async () => {
  place.file('bad.json', '{"code": "7"}')
  place.file('good.json', '{"code": 7, "msg": "no"}')
  const { stdout, exitCode } = await validate('error', 'bad.json', 'good.json', '--json', '--spec-version', '1.0.0')
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'cni-conformance/validation',
    valid: false,
    files: [
      {
        file: 'bad.json',
        valid: false,
        kind: 'error',
        specVersion: '1.0.0',
        reasons: [],
        findings: [
          { severity: 'issue', start: { line: 1, column: 1 }, pointer: '/msg', requirement: 'ERROR-003' },
          {
            severity: 'issue',
            start: { line: 1, column: 10 },
            end: { line: 1, column: 13 },
            pointer: '/code',
            message: 'code is "7", but has to be a whole number',
            rule: 'type',
            requirement: 'ERROR-003',
          },
        ],
      },
      { file: 'good.json', valid: true, findings: [] },
    ],
  })
  expect(exitCode).toBe(1)
})

test('- is standard input', async () => {
  const ran = await execa('node', [main, 'validate', '-'], { input: '{"code": 7}', reject: false })
  expect(ran.stdout).toContain('standard input:1:1: the document has no "msg"')
  expect(ran.exitCode).toBe(1)
})

describe('notes alone leave a file valid', () => {
  test.each([
    ['a key twice', '{"code": 1, "code": 7, "msg": "x"}', '"code" is here again later'],
    [
      'a key of the runtime',
      '{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "x", "cni.dev/x": 1}]}',
      '"cni.dev/x" is a key that the runtime makes',
    ],
    [
      'a key that is nearly right',
      '{"cniVersion": "1.0.0", "name": "n", "disableChek": true, "plugins": [{"type": "x"}]}',
      'did you mean "disableCheck"?',
    ],
  ])('%s', async (_, text, message) => {
    const { stdout, exitCode } = await validateText('noted.json', text)
    expect(stdout).toContain(message)
    expect(stdout).toContain('valid (1 note)')
    expect(exitCode).toBe(0)
  })
})

describe('what is not valid', () => {
  test.each([
    ['no JSON', 'x.json', '{"code": 7 "msg": "x"}', 'x.json:1:12: a comma is missing before this'],
    ['empty', 'x.json', '', 'x.json:1:1: the file is empty'],
    ['with a byte order mark', 'x.json', '\ufeff{"code": 7, "msg": "x"}', 'byte order mark'],
    ['no object', 'x.json', '[]', 'the document is a list, but has to be an object'],
    ['two documents', 'x.json', '{"code": 7, "msg": "x"}\n{}', 'x.json:2:1: a second document begins here'],
    ['nested deeply', 'x.json', '['.repeat(10_000), 'more than 1000 levels deep'],
    [
      'a version that does not exist',
      'x.json',
      '{"cniVersion": "0.5.0", "ips": []}',
      'cniVersion is "0.5.0", which is no version of the specification: there are 0.1.0,',
    ],
    ['a version with a v', 'x.json', '{"cniVersion": "v1.0.0", "ips": []}', 'did you mean'],
    ['a version that is a number', 'x.json', '{"cniVersion": 1.0, "ips": []}', 'did you mean'],
    [
      'a single configuration of a version that has only lists',
      'x.conf',
      '{"cniVersion": "1.0.0", "name": "n", "type": "bridge"}',
      'put the plugin into a',
    ],
    [
      'of a kind that its version does not know',
      'x.json',
      '{"cniVersion": "0.1.0", "supportedVersions": []}',
      'CNI 0.1.0 has no',
    ],
  ])('%s', async (_, name, text, message) => {
    const { stdout, stderr, exitCode } = await validateText(name, text)
    expect(stdout).toContain(message)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
  })

  test('10 MiB are read, and more are not', async () => {
    const text = JSON.stringify({ code: 7, msg: 'x'.repeat(10 * 1024 * 1024 - 19) })
    expect(await validateText('large.json', text)).toMatchObject({ exitCode: 0 })
    expect(await validateText('larger.json', `${text} `)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('more than 10 MiB'),
    })
  })

  test('bytes that are no UTF-8', async () => {
    writeFileSync(join(place.folder, 'latin1.json'), Buffer.from('{"code": 7, "msg": "ü"}', 'latin1'))
    expect((await validate('latin1.json')).stdout).toContain('the byte at offset 20 (0xFC) is no UTF-8')
  })
})

test('nothing that a terminal obeys gets out of a file', async () => {
  const text = '{"code": "\u001b[31m\u009b2J\u202e", "msg": "x", "a\u001b": 1, "a\u001b": 2} \u001b'
  const [shown, data] = [await validateText('evil.json', text), await validate('evil.json', '--json')]
  expect(`${shown.stdout}${data.stdout}`).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  expect(shown.exitCode).toBe(1)
})

describe('wrong usage ends with status 2 and says what is wrong', () => {
  test.each([
    [[], 'at least one file'],
    [['error'], 'at least one file'],
    [['network-confg', 'x.conf'], 'did you mean network-config?'],
    [['nothing', 'x.conf'], 'nothing is neither a file nor a kind'],
    [['missing.conf'], 'missing.conf cannot be read: there is no such file'],
    [['folder'], 'folder is a directory'],
    [['-', '-'], 'only once'],
    [['unknown.json'], 'nothing in unknown.json says what it is'],
    [['unknown.json', '--spec-version', '0.5.0'], '--spec-version takes one of 0.1.0'],
    [['unknown.json', '--colour'], '--colour'],
  ])('%j', async (args, message) => {
    place.file('unknown.json', '{}')
    place.file('x.conf', '{}')
    mkdirSync(join(place.folder, 'folder'), { recursive: true })
    const { exitCode, stdout, stderr } = await validate(...args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })
})

test('the ipam of a plugin that is not known is its own affair, whatever it delegates to in the end', async () => {
  const ipam = { type: 'host-local', subnet: 'usePodCidr' }
  const configuration = (type: string) => JSON.stringify({ cniVersion: '1.0.0', name: 'n', plugins: [{ type, ipam }] })
  expect((await validateText('calico.conflist', configuration('calico'))).exitCode).toBe(0)
  expect((await validateText('bridge.conflist', configuration('bridge'))).exitCode).toBe(1)
})
