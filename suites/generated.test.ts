import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import tmp from 'tmp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writePlugin } from '../runner/cli/run.test-helper.ts'
import { packageRoot } from '../runner/package-root.ts'
import type { CaseResult, Report } from '../spec/report.ts'

const main = join(packageRoot, 'dist/runner/cli/main.js')
const sound = join(packageRoot, 'fixtures/plugins/bin/loopback')

let folder: tmp.DirResult

beforeEach(() => {
  folder = tmp.dirSync({ unsafeCleanup: true })
})

afterEach(() => {
  folder.removeCallback()
})

async function fuzz(...args: readonly string[]): Promise<Report> {
  const path = join(folder.name, 'report.json')
  await execa(process.execPath, [main, ...args, '--spec-version', '1.1.0', '--reporter', `json=${path}`], {
    reject: false,
  })
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** What is found with a plugin that is sound apart from what `script` does before. */
async function found(script: string): Promise<readonly CaseResult[]> {
  writePlugin(join(folder.name, 'loopback'), `${script}\nexec '${sound}'`)
  const { results } = await fuzz(folder.name, '--strict', '--fuzz', '60', '--seed', '1')
  return results.filter(({ verdict }) => verdict !== 'pass')
}

describe('requests at random', { timeout: 300_000 }, () => {
  test('find a plugin that reports a name that it cannot use on standard error only', async () => {
    const [result, ...more] = await found(
      'case "$CNI_CONTAINERID" in [A-Za-z0-9]*|"") ;; *) echo "bad container ID" >&2; exit 1 ;; esac',
    )
    expect(more).toEqual([])
    expect(result).toMatchObject({ requirement: 'ERROR-002', check: 'generated', verdict: 'warn' })
  })

  test('find nothing wrong with the included reference plugins', async () => {
    const { results, options } = await fuzz('--strict', '--fuzz', '10')
    expect(results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')).toEqual([])
    expect(results.map(({ id }) => id)).toContain('bridge@1.1.0 DEL-002/generated (dual-stack)')
    expect(options.seed).toMatch(/^\d+$/)
  })
})
