import { describe, expect, test } from 'vitest'
import { UsageError } from '../../fault.ts'
import { parseExecOptions } from './options.ts'

test('operations come first, in any case, and then the file', () => {
  const { commands, file } = parseExecOptions(['add', 'CHECK', 'del', 'del', '10-mynet.conf', '--sandbox'])
  expect(commands).toEqual(['ADD', 'CHECK', 'DEL', 'DEL'])
  expect(file).toBe('10-mynet.conf')
})

test('what is not given has a default', () => {
  expect(parseExecOptions(['add', 'x.conf'])).toMatchObject({
    sandbox: false,
    netns: undefined,
    plugins: [],
    containerId: 'cni-conformance',
    ifname: 'eth0',
    args: undefined,
    capabilityArguments: undefined,
    specVersion: undefined,
    output: 'text',
  })
})

test('plugin directories may be repeated, or separated by commas or colons', () => {
  const { plugins } = parseExecOptions(['add', 'x.conf', '--plugins', '/usr:/etc', '--plugins', '/var,/'])
  expect(plugins).toEqual(['/usr', '/etc', '/var', '/'])
})

test('capabilities have JSON values, and may have an equals sign in them', () => {
  const { capabilityArguments } = parseExecOptions([
    'add',
    'x.conf',
    '--capability=portMappings=[{"hostPort":8080}]',
    '--capability',
    'cgroupPath="/a=b"',
  ])
  expect(capabilityArguments).toEqual({ portMappings: [{ hostPort: 8080 }], cgroupPath: '/a=b' })
})

describe('refused, with what to do instead:', () => {
  test.each([
    [[], 'exec takes operations (add, del, check, status, version, gc)'],
    [['add'], 'exec add <file>'],
    [['add', 'del'], 'exec add del <file>'],
    [['x.conf'], 'before x.conf comes what to do with it'],
    [['delete', 'x.conf'], 'delete is no operation; there are add, del'],
    [['a.conf', 'b.conf'], 'a.conf is no operation'],
    [['add', 'x.conf', '--plugins', '/nonexistent'], '--plugins /nonexistent is no directory'],
    [['add', 'x.conf', '--container-id', '-x y'], "'--container-id' argument is ambiguous"],
    [['add', 'x.conf', '--container-id', 'x/y'], '--container-id takes a letter or digit'],
    [['add', 'x.conf', '--ifname', 'longer-than-15-bytes'], '--ifname takes the name of an interface'],
    [['add', 'x.conf', '--args', 'nonsense'], '--args takes KEY=VALUE'],
    [['add', 'x.conf', '--capability', 'mac'], '--capability takes name=json'],
    [['add', 'x.conf', '--capability', 'mac=c2:11'], '--capability mac takes JSON, not c2:11'],
    [['add', 'x.conf', '--spec-version', '2.0.0'], '--spec-version takes one of 0.1.0'],
    [['gc', 'x.conf', '--valid-attachments', '{}'], '--valid-attachments takes a list'],
    [['gc', 'x.conf', '--valid-attachments', '[{"containerId":"c"}]'], '--valid-attachments takes a list'],
    [['add', 'x.conf', '--timeout', '1s'], '--timeout takes a whole number'],
    [['add', 'x.conf', '--json', '--quiet'], '--json and --quiet exclude each other'],
    [['add', 'x.conf', '--colour'], "Unknown option '--colour'"],
  ])('%j', (argv, message) => {
    expect(() => parseExecOptions(argv)).toThrow(UsageError)
    expect(() => parseExecOptions(argv)).toThrow(message)
  })
})
