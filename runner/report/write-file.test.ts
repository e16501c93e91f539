import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeFileAtomically } from './write-file.ts'

const parent = mkdtempSync(join(tmpdir(), 'write-file-'))
afterAll(() => rmSync(parent, { recursive: true }))

function folder(): string {
  return mkdtempSync(join(parent, 'case-'))
}

test('makes the folders above the file, and leaves nothing else in them', async () => {
  const path = join(folder(), 'a', 'b', 'report.json')
  await writeFileAtomically(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(join(path, '..'))).toEqual(['report.json'])
})

test('replaces the file, so that who has the old one open keeps it whole', async () => {
  const path = join(folder(), 'report.json')
  writeFileSync(path, 'old')
  const before = lstatSync(path).ino
  await writeFileAtomically(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(lstatSync(path).ino).not.toBe(before)
})

test('leaves a symbolic link in place', async () => {
  const inside = folder()
  writeFileSync(join(inside, 'target'), 'old')
  symlinkSync('target', join(inside, 'link'))
  await writeFileAtomically(join(inside, 'link'), 'new')
  expect(lstatSync(join(inside, 'link')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(inside, 'target'), 'utf8')).toBe('new')
})

test('writes into a pipe instead of replacing it', async () => {
  const pipe = join(folder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] })
  const read = once(reader.stdout, 'data')
  await writeFileAtomically(pipe, 'new')
  expect(String((await read)[0])).toBe('new')
  expect(lstatSync(pipe).isFIFO()).toBe(true)
})

test('leaves nothing behind when it fails', async () => {
  const inside = folder()
  const notAFolder = join(inside, 'file')
  writeFileSync(notAFolder, '')
  await expect(writeFileAtomically(join(notAFolder, 'report.json'), 'new')).rejects.toThrow(/ENOTDIR|EEXIST/)
  expect(readdirSync(inside)).toEqual(['file'])
})
