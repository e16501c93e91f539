import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import tmp from 'tmp'
import { expect, test } from 'vitest'
import { packageRoot } from '../runner/package-root.ts'
import type { CaseResult, Report } from '../spec/report.ts'

const main = join(packageRoot, 'dist/runner/cli/main.js')

// One version of each form of a result. Each plugin runs in each version in its own tests, and npm run conformance judges all of them.
const versions = ['0.2.0', '0.4.0', '1.1.0'] as const

test('the included reference plugins conform under a strict reading', {
  timeout: 2_400_000,
}, async () => {
  const directory = tmp.dirSync({ unsafeCleanup: true })
  const path = join(directory.name, 'report.json')
  const { exitCode, stderr } = await execa(
    process.execPath,
    [main, '--strict', '--spec-version', versions.join(','), '--reporter', `json=${path}`, '--timeout', '30000'],
    {
      reject: false,
    },
  )
  const report: Report = JSON.parse(readFileSync(path, 'utf8'))
  directory.removeCallback()
  expect(report.results.filter(isBad).map(({ id, verdict, message }) => `${verdict} ${id}: ${message}`)).toEqual([])
  expect(report.distrust).toEqual([])
  expect(new Set(report.results.map(({ specVersion }) => specVersion))).toEqual(new Set([null, ...versions]))
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
})

function isBad({ verdict }: CaseResult): boolean {
  return verdict !== 'pass' && verdict !== 'not-applicable'
}
