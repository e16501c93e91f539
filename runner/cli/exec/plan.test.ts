import { describe, expect, test } from 'vitest'
import type { Command } from '../../../spec/commands.ts'
import { specVersions } from '../../../spec/versions.ts'
import { UsageError } from '../../fault.ts'
import type { Network } from '../../targets/network-file.ts'
import { parseExecOptions } from './options.ts'
import { demandAdded, demandKnown, demandPlace, selectVersion } from './plan.ts'
import type { Stored } from './results.ts'

const network: Network = {
  name: 'net',
  cniVersion: '0.4.0',
  versions: ['0.3.1', '0.4.0'],
  disableCheck: false,
  disableGC: false,
  plugins: [{ type: 'bridge' }],
}

const selectUnknown = () => selectVersion({ ...network, cniVersion: '2.0.0', versions: [] }, 'x.conf')

/** The versions that know an operation. */
const known = (command: Command) => specVersions.filter((version) => !refuses(() => demandKnown([command], version)))

const place = (...argv: readonly string[]) => demandPlace(parseExecOptions(argv))

const check = (commands: readonly Command[], before: Stored, of = network) => demandAdded(commands, of, before)

function refuses(action: () => void): boolean {
  try {
    action()
    return false
  } catch (error) {
    return error instanceof UsageError
  }
}

describe('the version', () => {
  test('is the newest that the network names', () => {
    expect(selectVersion(network, 'x.conf')).toBe('0.4.0')
  })

  test('is 0.1.0 when it names none', () => {
    expect(selectVersion({ ...network, cniVersion: undefined, versions: [] }, 'x.conf')).toBe('0.1.0')
  })

  test('has to exist', () => {
    expect(selectUnknown).toThrow(UsageError)
    expect(selectUnknown).toThrow('x.conf: "cniVersion" is "2.0.0", which does not exist: use --spec-version')
  })
})

describe('operations that a version does not know', () => {
  test('are refused', () => {
    expect(known('ADD')).toEqual(specVersions)
    expect(known('DEL')).toEqual(specVersions)
    expect(known('CHECK')).toEqual(['0.4.0', '1.0.0', '1.1.0'])
    expect(known('STATUS')).toEqual(['1.1.0'])
    expect(known('GC')).toEqual(['1.1.0'])
  })

  test('do not include VERSION, by which versions are asked for', () => {
    expect(known('VERSION')).toEqual(specVersions)
  })

  test('are named with the version that brought them', () => {
    expect(() => demandKnown(['ADD', 'CHECK'], '0.3.1')).toThrow('CNI 0.3.1 does not know CHECK, which came with 0.4.0')
  })
})

describe('the place', () => {
  test.each([['add'], ['check'], ['del']])('%s needs a sandbox or a namespace', (operation) => {
    expect(() => place(operation, 'x.conf')).toThrow('works on a container: --sandbox makes one')
    expect(() => place(operation, 'x.conf', '--sandbox')).not.toThrow()
    expect(() => place(operation, 'x.conf', '--netns', '/run/netns/x')).not.toThrow()
  })

  test.each([['status'], ['version']])('%s needs none', (operation) => {
    expect(() => place(operation, 'x.conf')).not.toThrow()
  })

  test.each([
    [['add', 'x.conf', '--sandbox', '--netns', '/run/netns/x'], 'exclude each other'],
    [['add', 'x.conf', '--sandbox', '--state-dir', '/tmp'], '--state-dir is for --netns'],
    [['add', 'x.conf', '--sandbox', '--valid-attachments', '[]'], '--valid-attachments is for gc'],
    [['gc', 'x.conf'], 'gc outside of a sandbox takes --valid-attachments'],
  ])('%j is refused', (argv, message) => {
    expect(() => place(...argv)).toThrow(UsageError)
    expect(() => place(...argv)).toThrow(message)
  })
})

describe('CHECK', () => {
  const none: Stored = { kind: 'none' }
  const stored: Stored = { kind: 'attachment', attachment: { result: {} } }
  const damaged: Stored = { kind: 'damaged', problem: '/x is no JSON object' }
  test('follows an ADD of the same session, or of an earlier one', () => {
    expect(() => check(['ADD', 'CHECK', 'DEL'], none)).not.toThrow()
    expect(() => check(['CHECK'], stored)).not.toThrow()
    expect(() => check(['DEL', 'ADD', 'CHECK'], damaged)).not.toThrow()
  })

  test.each([
    [['CHECK'], none, 'CHECK needs an ADD before it'],
    [['DEL', 'CHECK'], stored, 'no DEL in between'],
    [['ADD', 'DEL', 'CHECK'], none, 'no DEL in between'],
    [['CHECK'], damaged, '/x is no JSON object: run del and add again'],
  ] as const)('of %j is refused', (commands, before, message) => {
    expect(() => check(commands, before)).toThrow(UsageError)
    expect(() => check(commands, before)).toThrow(message)
  })

  test('needs nothing where the network forbids it, as no plugin is called', () => {
    expect(() => check(['CHECK'], none, { ...network, disableCheck: true })).not.toThrow()
  })
})
