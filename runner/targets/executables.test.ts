import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from '../fault.ts'
import { findExecutables } from './executables.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cni-conformance-test-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

function add(name: string, mode: number): void {
  writeFileSync(join(directory, name), '')
  chmodSync(join(directory, name), mode)
}

describe('the plugins of a directory', () => {
  test('are its executable files', () => {
    add('ptp', 0o755)
    add('bridge', 0o755)
    add('LICENSE', 0o644)
    add('.hidden', 0o755)
    mkdirSync(join(directory, 'folder'))
    expect(findExecutables(directory, undefined)).toMatchObject({ directory, names: ['bridge', 'ptp'] })
    expect(findExecutables(directory, undefined).warnings.join()).toContain('LICENSE cannot be executed')
  })

  test('may be narrowed', () => {
    add('ptp', 0o755)
    add('bridge', 0o755)
    expect(findExecutables(directory, ['ptp']).names).toEqual(['ptp'])
  })

  test('are one if a file is named', () => {
    add('ptp', 0o755)
    add('bridge', 0o755)
    expect(findExecutables(join(directory, 'ptp'), undefined)).toMatchObject({ directory, names: ['ptp'] })
  })

  test.each([
    ['a directory without files', [], undefined, 'has no plugins in it'],
    ['a directory without executables', [['bridge', 0o644]], undefined, 'chmod +x'],
    ['a name that is not there', [['bridge', 0o755]], ['brigde'], 'has no plugin brigde; it has bridge'],
    [
      'a named file without permission',
      [
        ['bridge', 0o644],
        ['ptp', 0o755],
      ],
      ['bridge', 'ptp'],
      'bridge in',
    ],
  ] as const)('are refused with the fix: %s', (_, files, only, message) => {
    for (const [name, mode] of files) add(name, mode)
    expect(() => findExecutables(directory, only)).toThrow(UsageError)
    expect(() => findExecutables(directory, only)).toThrow(message)
  })

  test('are refused when the path does not exist', () => {
    expect(() => findExecutables(join(directory, 'nowhere'), undefined)).toThrow('does not exist')
  })
})
