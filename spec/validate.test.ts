import { expect, test } from 'vitest'
import { validate } from '../runner/schemas.ts'

test.each([
  ['error', [], '', 'the document is [], but has to be an object'],
  ['error', { code: 7 }, '/msg', 'the document has no "msg"'],
  ['error', { code: '7', msg: 'no' }, '/code', 'code is "7", but has to be a whole number'],
  ['error', { code: -1, msg: 'no' }, '/code', 'code is -1, but has to be at least 0'],
  ['error', { code: 7, msg: '' }, '/msg', 'msg is "", but has to be text that is not empty'],
  [
    'version-result',
    { cniVersion: '1.0.0', supportedVersions: [] },
    '/supportedVersions',
    'has to be a list that is not empty',
  ],
  ['add-result', { cniVersion: '0.4.0' }, '/cniVersion', 'cniVersion is "0.4.0", but has to be "1.0.0"'],
  [
    'add-result',
    { cniVersion: '1.0.0', ips: [{ address: '10.1.0.5' }] },
    '/ips/0/address',
    'ips[0].address is "10.1.0.5", but has to be an address with its prefix, such as 10.1.0.5/16',
  ],
  [
    'add-result',
    { cniVersion: '1.0.0', interfaces: [{ name: 'a/b' }] },
    '/interfaces/0/name',
    'the name of an interface',
  ],
  ['ipam-result', { cniVersion: '1.0.0', interfaces: [] }, '/interfaces', 'interfaces is [], but has to be absent'],
] as const)('%s: what is wrong with %j is said with its place', (kind, document, pointer, message) => {
  const issues = validate(kind, '1.0.0', document)
  expect(issues.map((issue) => issue.pointer)).toEqual([pointer])
  expect(issues[0]?.message).toContain(message)
})

test('says everything that is wrong at once', () => {
  const document = { cniVersion: '0.4.0', ips: [{ address: 1 }], routes: [{}] }
  expect(validate('add-result', '1.0.0', document).map(({ pointer }) => pointer)).toEqual([
    '/cniVersion',
    '/ips/0/address',
    '/routes/0/dst',
  ])
})

test('a document that a version does not have is a fault of the caller', () => {
  expect(() => validate('version-result', '0.1.0', {})).toThrow(
    'version 0.1.0 of the specification has no version-result',
  )
})
