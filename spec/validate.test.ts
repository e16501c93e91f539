import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { pluginValidatorOfSources, validatorOfSources } from './schemas.test-helper.ts'

const validate = validatorOfSources()
const validatePlugin = pluginValidatorOfSources()

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
  [
    'network-config-list',
    { cniVersion: '1.0.0', name: 'db net', plugins: [] },
    '/name',
    'name is "db net", but has to be the name of a network',
  ],
  ['network-config-list', list({ type: 'bin/bridge' }), '/plugins/0/type', 'the name of a file without its folder'],
  ['network-config-list', list({}), '/plugins/0/type', 'plugins[0] has no "type"'],
  [
    'add-request',
    request({ runtimeConfig: { portMappings: [{ hostPort: 65536, containerPort: 80 }] } }),
    '/runtimeConfig/portMappings/0/hostPort',
    'runtimeConfig.portMappings[0].hostPort is 65536, but has to be at most 65535',
  ],
  ['add-request', request({ prevResult: null }), '/prevResult', 'prevResult is null, but has to be an object'],
  ['add-request', request({ capabilities: {} }), '/capabilities', 'capabilities is {}, but has to be absent'],
  ['del-request', request({ prevResult: [] }), '/prevResult', 'prevResult is [], but has to be an object or null'],
  ['check-request', request({}), '/prevResult', 'the document has no "prevResult"'],
] as const)('%s: what is wrong with %j is said with its place', (kind, document, pointer, message) => {
  const issues = validate(kind, '1.0.0', document)
  expect(issues.map((issue) => issue.pointer)).toEqual([pointer])
  expect(issues[0]?.message).toContain(message)
})

test.each([
  [
    'network-config',
    '0.4.0',
    { cniVersion: '0.4.0', name: 'dbnet', type: 'a', ipam: { type: '' } },
    '/ipam/type',
    'ipam.type is "", but has to be the name of a file',
  ],
  [
    'network-config-list',
    '0.4.0',
    { cniVersion: '0.4.0', name: 'dbnet', plugins: [{ type: 'a' }], disableCheck: 'no' },
    '/disableCheck',
    'disableCheck is "no", but has to be one of "true", "false", true, false',
  ],
  [
    'add-result',
    '0.4.0',
    { cniVersion: '0.4.0', routes: [{ dst: '10.2.0.0/16', gw: '2001:db8::1' }] },
    '/routes/0/gw',
    'routes[0].gw is "2001:db8::1", but has to be an IPv4 address',
  ],
  ['add-result', '0.4.0', { cniVersion: '0.4.0', routes: [{ dst: 1, gw: '10.1.0.1' }] }, '/routes/0/dst', 'text'],
  ['network-config-list', '1.1.0', { name: 'dbnet', plugins: [] }, '/cniVersion', 'the document has no "cniVersion"'],
  [
    'network-config-list',
    '1.1.0',
    { cniVersion: '1.1.0', name: 'dbnet', loadOnlyInlinedPlugins: true },
    '/plugins',
    'the document has no "plugins"',
  ],
  [
    'gc-request',
    '1.1.0',
    { cniVersion: '1.1.0', name: 'dbnet', type: 'bridge' },
    '/cni.dev~1valid-attachments',
    'the document has no "cni.dev/valid-attachments"',
  ],
] as const)('%s of %s: what is wrong with %j is said with its place', (kind, version, document, pointer, message) => {
  const issues = validate(kind, version, document)
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

test('what is missing has a pointer also if there is a slash in its name', () => {
  const pointers = validate('gc-request', '1.1.0', { cniVersion: '1.1.0', name: 'n', type: 'bridge' }).map(
    ({ pointer }) => pointer,
  )
  expect(pointers).toEqual(['/cni.dev~1valid-attachments'])
})

test.each([
  [
    'tuning',
    { sysctl: { 'kernel.x': '1' } },
    '/sysctl/kernel.x',
    'sysctl has the key "kernel.x", but a key there has to be',
  ],
  ['bridge', { vlanTrunk: [{ minID: 7 }] }, '/vlanTrunk/0/maxID', 'vlanTrunk[0] has "minID", but no "maxID" with it'],
  ['host-device', { kernelpath: '/sys/x' }, '/kernelpath', 'but has to be text that begins with /sys/devices/'],
  ['sbr', { gateways: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] }, '/gateways', 'but has to be a list of at most 2'],
] as const)('%s: what is wrong with %j is said with its place in the document', (type, keys, pointer, message) => {
  const issues = validatePlugin(type, { plugins: [{ type, ...keys }] }, '/plugins/0')
  const issue = issues.find((each) => each.pointer === `/plugins/0${pointer}`)
  expect(issue?.message).toContain(message)
  expect(issue?.message).toContain('plugins[0]')
})

function list(plugin: JsonObject): JsonObject {
  return { cniVersion: '1.0.0', name: 'dbnet', plugins: [plugin] }
}

function request(keys: JsonObject): JsonObject {
  return { cniVersion: '1.0.0', name: 'dbnet', type: 'bridge', ...keys }
}
