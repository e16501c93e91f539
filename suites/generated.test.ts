import { existsSync, readFileSync } from 'node:fs'
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

/** What one check finds with a plugin that is sound apart from what `script` does before. */
async function found(requirement: string, script: string): Promise<CaseResult | undefined> {
  writePlugin(join(folder.name, 'loopback'), `${script}\nexec '${sound}'`)
  const { results } = await fuzz(folder.name, '--strict', '--fuzz', '60', '--seed', '1', '--requirement', requirement)
  expect(results).toHaveLength(1)
  return results[0]
}

describe('requests at random', { timeout: 300_000 }, () => {
  test('find a plugin that dies of an argument without a value, and show the simplest request', async () => {
    const result = await found('ERROR-001', 'case "$CNI_ARGS" in *=*|"") ;; *) kill -SEGV $$ ;; esac')
    expect(result).toMatchObject({ check: 'generated', verdict: 'fail' })
    expect(result?.message).toContain('SIGSEGV')
    const last = result?.invocations.at(-1)
    expect(last?.env.CNI_CONTAINERID).toBe('container-1')
    expect(JSON.parse(last?.stdin ?? '')).toEqual({ cniVersion: '1.1.0', name: 'net', type: 'loopback' })
    expect(result?.reproducer).toContain('CNI_ARGS=')
  })

  test('find a plugin that reports a name that it cannot use on standard error only', async () => {
    const result = await found(
      'ERROR-002',
      'case "$CNI_CONTAINERID" in [A-Za-z0-9]*|"") ;; *) echo "bad container ID" >&2; exit 1 ;; esac',
    )
    expect(result).toMatchObject({ check: 'generated', verdict: 'warn' })
  })

  test('find a plugin that leaves a file for long container IDs', async () => {
    const result = await found('DEL-002', '[ "${#CNI_CONTAINERID}" -lt 40 ] || touch "/run/long-$CNI_CONTAINERID"')
    expect(result).toMatchObject({ check: 'generated', verdict: 'warn' })
    expect(result?.message).toMatch(/file \/run\/long-.{40,} /)
  })

  test('find nothing wrong with the included reference plugins', async () => {
    const { results, options } = await fuzz('--strict', '--fuzz', '4')
    // What this kernel cannot run has nothing to be found in.
    const harmless = new Set(['pass', 'not-applicable', 'untestable'])
    expect(results.filter(({ verdict }) => !harmless.has(verdict))).toEqual([])
    expect(results.map(({ id }) => id)).toContain('bridge@1.1.0 DEL-002/generated (dual-stack)')
    expect(options.seed).toMatch(/^\d+$/)
  })

  test.skipIf(process.getuid?.() !== 0)('write nothing outside of the sandbox, whatever path is made up', async () => {
    const path = '/cni-conformance-escaped'
    writePlugin(
      join(folder.name, 'loopback'),
      `[ "$CNI_COMMAND" = VERSION ] || touch ${path} 2>/dev/null\nexec '${sound}'`,
    )
    const { results } = await fuzz(folder.name, '--fuzz', '3')
    expect(results.every(({ invocations }) => invocations.length === 0)).toBe(true)
    expect(existsSync(path)).toBe(false)
  })
})
