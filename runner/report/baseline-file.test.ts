import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tmp from 'tmp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../fault.ts'
import { packageRoot } from '../package-root.ts'
import { readBaselineFile, writeBaselineFile } from './baseline-file.ts'

const published = join(packageRoot, 'fixtures/baselines')
let folder: tmp.DirResult

beforeEach(() => {
  folder = tmp.dirSync({ unsafeCleanup: true })
})

afterEach(() => {
  folder.removeCallback()
})

test('a file that is not there is undefined', () => {
  expect(readBaselineFile(join(folder.name, 'missing.json'))).toBeUndefined()
})

test('whatever is no baseline is refused, with what is wrong', () => {
  const path = join(folder.name, 'wrong.json')
  for (const [text, message] of [
    ['', 'is not a baseline'],
    ['[]', 'the document is [], but has to be an object'],
    ['{"format": "cni-conformance/report"}', 'the document has no "entries"'],
  ] as const) {
    writeFileSync(path, text)
    expect(() => readBaselineFile(path)).toThrow(UsageError)
    expect(() => readBaselineFile(path)).toThrow(message)
  }
  expect(() => readBaselineFile(folder.name)).toThrow(UsageError)
})

test.each(readdirSync(published))('%s is as it would be written, and reviewed', async (name) => {
  const baseline = readBaselineFile(join(published, name))
  if (baseline === undefined) throw new Error(`${name} cannot be read`)
  const copy = join(folder.name, name)
  await writeBaselineFile(copy, baseline)
  expect(readFileSync(copy, 'utf8')).toBe(readFileSync(join(published, name), 'utf8'))
  expect(baseline.entries.filter(({ reason }) => reason === 'to be reviewed')).toEqual([])
})
