import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tmp from 'tmp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Baseline } from '../../../spec/baseline.ts'
import type { Report } from '../../../spec/report.ts'
import { packageRoot } from '../../package-root.ts'
import { runIn, writePlugin } from '../run.test-helper.ts'

const loopback = `exec '${join(packageRoot, 'fixtures/plugins/bin/loopback')}'`
const withoutDel = `[ "$CNI_COMMAND" != DEL ] || { echo '{"code": 100, "msg": "no"}'; exit 1; }\n${loopback}`
const selection = ['--spec-version', '1.1.0', '--requirement', 'DEL-003/three-times'] as const
const file = 'known.json'
let folder: tmp.DirResult

beforeEach(() => {
  folder = tmp.dirSync({ unsafeCleanup: true })
  mkdirSync(join(folder.name, 'bin'))
  usePlugin(withoutDel)
})

afterEach(() => {
  folder.removeCallback()
})

function usePlugin(script: string): void {
  writePlugin(join(folder.name, 'bin/loopback'), script)
}

function run(...args: readonly string[]) {
  return runIn(folder.name, 'bin', '--baseline', file, ...args)
}

function read(): Baseline {
  return JSON.parse(readFileSync(join(folder.name, file), 'utf8'))
}

function write(baseline: unknown): void {
  writeFileSync(join(folder.name, file), JSON.stringify(baseline))
}

function withEntries(...entries: readonly object[]): object {
  return {
    format: 'cni-conformance/baseline',
    formatVersion: 1,
    plugins: { name: 'mine', version: '1' },
    entries,
  }
}

const deviation = { target: 'loopback', requirement: 'DEL-003/three-times', specVersions: ['1.1.0'] }

test('a baseline is made of the violations of a run, excuses them, and is wrong when they are gone', async () => {
  const made = await run(...selection, '--update-baseline')
  expect({ exitCode: made.exitCode, stderr: made.stderr }).toEqual({
    exitCode: 0,
    stderr: `cni-conformance: ${file}: 0 entries kept, 0 dropped, 1 added, 1 of them to be reviewed`,
  })
  expect(read()).toEqual({
    ...withEntries({ ...deviation, reason: 'to be reviewed' }),
    plugins: { name: 'bin', version: 'unknown' },
  })

  const reviewed = withEntries({ ...deviation, reason: 'Nobody minds.', issue: 'https://example.org/1' })
  write(reviewed)
  const compared = await run(...selection, '--reporter', 'json=r.json', '--reporter', 'terminal')
  expect(compared.exitCode).toBe(0)
  expect(compared.stdout).toContain('https://example.org/1')
  expect(compared.stdout).toMatch(/Not conformant, but only in ways that are known: 1 failed \(1 known\), .*$/)
  const report: Report = JSON.parse(readFileSync(join(folder.name, 'r.json'), 'utf8'))
  expect(report).toMatchObject({ conformant: false, acceptable: true, baseline: { known: 1, stale: [] } })
  expect(report.results).toMatchObject([{ verdict: 'fail', known: { reason: 'Nobody minds.' } }])

  await run(...selection, '--update-baseline')
  expect(read()).toEqual(reviewed)

  usePlugin(loopback)
  const stale = await run(...selection)
  expect(stale.exitCode).toBe(1)
  expect(stale.stdout).toContain('loopback DEL-003/three-times in 1.1.0 passes now')

  const updated = await run(...selection, '--update-baseline')
  expect({ exitCode: updated.exitCode, entries: read().entries }).toEqual({ exitCode: 0, entries: [] })
})

test('an entry that has expired excuses nothing', async () => {
  write(withEntries({ ...deviation, reason: 'Nobody minds.', expires: '2020-02-29' }))
  const { exitCode, stdout } = await run(...selection)
  expect(exitCode).toBe(1)
  expect(stdout).toContain('was excused until 2020-02-29')
})

describe('wrong usage ends with status 2 and changes nothing', () => {
  const reason = 'so'
  test.each([
    ['no JSON', '# known', 'is not a baseline'],
    ['something else', '{"name": "precious"}', 'the document has no "format"'],
    [
      'a slip in a target',
      withEntries({ target: 'lopback', requirement: 'DEL-003', reason }),
      'did you mean loopback?',
    ],
    [
      'a slip in a requirement',
      withEntries({ target: 'loopback', requirement: 'DELL-003', reason }),
      'entries[0]: there is no requirement DELL-003 that is tested: did you mean DEL-003?',
    ],
    [
      'a slip in a check',
      withEntries({ target: 'loopback', requirement: 'DEL-003/three-time', reason }),
      'did you mean DEL-003/three-times?',
    ],
  ])('when the file has %s', async (_, content, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(join(folder.name, file), text)
    for (const update of [[], ['--update-baseline']]) {
      const { exitCode, stdout, stderr } = await run(...selection, ...update)
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
      expect(stderr).toContain(message)
      expect(readFileSync(join(folder.name, file), 'utf8')).toBe(text)
    }
  })

  test('when there is no file, and none is to be made', async () => {
    const { exitCode, stderr } = await run(...selection)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--baseline known.json does not exist')
  })

  test('when options do not go together', async () => {
    const withoutFile = await runIn(folder.name, 'bin', '--update-baseline')
    expect(withoutFile.exitCode).toBe(2)
    expect(withoutFile.stderr).toContain('--update-baseline needs --baseline <file>')
    const cutShort = await run('--update-baseline', '--bail')
    expect(cutShort.exitCode).toBe(2)
    expect(cutShort.stderr).toContain('--update-baseline needs the whole run')
  })
})

test('an entry about what is not selected is left alone', async () => {
  usePlugin(loopback)
  write(
    withEntries(
      { target: 'loopback', requirement: 'DEL-003', reason: 'so' },
      { target: 'bridge', requirement: 'DEL-003', reason: 'so' },
      { target: 'loopback', requirement: 'ADD-001', reason: 'so' },
    ),
  )
  expect((await run(...selection)).exitCode).toBe(0)
})

describe('--bail', () => {
  const someDels = ['--jobs', '1', '--requirement', 'DEL-003', '--reporter', 'terminal', '--reporter', 'json=r.json']

  // What is under way when the first failure is noticed still ends, so that there may be a second one.
  test('stops at a failure, and says how much was not run', async () => {
    const { exitCode, stdout } = await runIn(folder.name, 'bin', ...someDels, '--bail')
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/\nNot conformant: \d+ failed, .*\d+ not run, 0 untestable\.$/)
    const { summary, conformant }: Report = JSON.parse(readFileSync(join(folder.name, 'r.json'), 'utf8'))
    const { planned, ...counts } = summary
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(planned)
    expect({ conformant, error: counts.error }).toEqual({ conformant: false, error: 0 })
    expect(counts.fail).toBeGreaterThan(0)
    expect(counts.notRun).toBeGreaterThan(0)
  })

  test('does not stop at what is known', async () => {
    await run(...someDels, '--update-baseline')
    const { exitCode, stdout } = await run(...someDels, '--bail')
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('not run')
  })
})
