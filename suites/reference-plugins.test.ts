import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import tmp from 'tmp'
import { describe, expect, test } from 'vitest'
import { obstacleToUserModeLinux } from '../runner/kernel/obstacle.test-helper.ts'
import { packageRoot } from '../runner/package-root.ts'
import { discover, referencePlugins } from '../runner/targets/discover.ts'
import type { CaseResult, Report } from '../spec/report.ts'

const main = join(packageRoot, 'dist/runner/cli/main.js')

const { targets } = await discover({ path: referencePlugins, networkFiles: [], timeoutMs: 30_000 })
const namesOf = (lacking: boolean) =>
  targets.filter(({ missing }) => missing.length > 0 === lacking).map(({ name }) => name)

// All of them in the newest version, and one of each kind in one version of each older form of a result, which they have in common.
// Each plugin runs in each version in its own tests, and npm run conformance judges all of them.
const selections = [
  { names: namesOf(false), versions: ['1.1.0'] },
  { names: ['bridge', 'host-local', 'loopback', 'tuning'], versions: ['0.2.0', '0.4.0'] },
] as const

test.each(selections)(
  '$names conform in $versions under a strict reading',
  { timeout: 3_600_000 },
  async (selection) => {
    const { names, versions } = selection
    const options = ['--only', names.join(','), '--spec-version', versions.join(','), '--timeout', '30000']
    const { report, exitCode, stderr } = await judge(options)
    expect(report.results.filter(isBad).map(describeResult)).toEqual([])
    expect(report.distrust).toEqual([])
    expect(new Set(report.results.map(({ specVersion }) => specVersion))).toEqual(new Set([null, ...versions]))
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  },
)

// A plugin starts ten times as slowly there: what is looked at is whether it does its work.
const atWork = ['ADD-001', 'CHECK-006/after-add', 'DEL-002', 'BEHAVIOUR-*']

const others = namesOf(true)
const obstacle = others.length === 0 ? undefined : obstacleToUserModeLinux()
const why = obstacle === undefined ? '' : ` (skipped: ${obstacle})`

describe.skipIf(obstacle !== undefined)(`on another kernel${why}`, () => {
  // Each has one processor.
  test.concurrent.each(others)('%s does its work', { timeout: 1_800_000 }, async (name) => {
    const selection = ['--only', name, '--spec-version', '1.1.0', '--requirement', atWork.join(',')]
    const { report, exitCode } = await judge(['--kernel', 'uml', ...selection])
    expect(report.results.filter(isBad).map(describeResult)).toEqual([])
    expect(report.behaviours.pass).toBeGreaterThan(0)
    expect({ distrust: report.distrust, exitCode }).toEqual({ distrust: [], exitCode: 0 })
  })
})

/** Runs the suites under a strict reading. */
async function judge(args: readonly string[]) {
  const directory = tmp.dirSync({ unsafeCleanup: true })
  const path = join(directory.name, 'report.json')
  const argv = [main, '--strict', '--quiet', '--reporter', `json=${path}`, ...args]
  const { exitCode, stderr } = await execa(process.execPath, argv, { reject: false })
  const report: Report = JSON.parse(readFileSync(path, 'utf8'))
  directory.removeCallback()
  return { report, exitCode, stderr }
}

function isBad({ verdict }: CaseResult): boolean {
  return verdict !== 'pass' && verdict !== 'not-applicable'
}

function describeResult({ id, verdict, message }: CaseResult): string {
  return `${verdict} ${id}: ${message}`
}
