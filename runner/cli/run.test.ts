import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { execa } from 'execa'
import tmp from 'tmp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../spec/report.ts'
import { packageRoot } from '../package-root.ts'
import { main, runIn, writePlugin } from './run.test-helper.ts'

let folder: tmp.DirResult

beforeEach(() => {
  folder = tmp.dirSync({ unsafeCleanup: true })
})

afterEach(() => {
  folder.removeCallback()
})

function run(...args: readonly string[]) {
  return runIn(folder.name, ...args)
}

function addPlugin(name: string, script: string): void {
  writePlugin(join(folder.name, name), script)
}

function reportOf(name: string): Report {
  return JSON.parse(readFileSync(join(folder.name, name), 'utf8'))
}

describe('a directory with something else than a CNI plugin', () => {
  test('that prints an empty object is not conformant', async () => {
    addPlugin('mynet', 'echo "{}"')
    const { exitCode, stdout } = await run('.')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('supportedVersions')
    expect(stdout).toMatch(/Not conformant: .* untestable\.$/)
  })

  test('that hangs, ignores SIGTERM and has a child that keeps its output open is not conformant', async () => {
    addPlugin('hanging', 'trap "" TERM; setsid sh -c \'trap "" TERM; sleep 3602.7\' & sleep 3602.7')
    const { exitCode, stdout } = await run('.', '--timeout', '500')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('did not end before the deadline')
    expect((await execa('ps', ['-e', '-o', 'args='])).stdout).not.toContain('sleep 3602.7')
  })

  test('that crashes is not conformant', async () => {
    addPlugin('crashing', 'kill -SEGV $$')
    const { exitCode, stdout } = await run('.')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('it was killed by SIGSEGV')
  })
})

describe('wrong usage ends with status 2 and says what is wrong', () => {
  test.each([
    [['nowhere'], 'does not exist'],
    [['.'], 'has no plugins in it'],
    [['--no-such-option'], 'no-such-option'],
    [['--spec-version', '0.9.0'], 'the specification has the versions 0.1.0'],
    [['--requirement', 'NOTHING-*'], 'selects nothing'],
    [['--requirement', 'RESULT-006', '--spec-version', '0.1.0'], 'nothing to run'],
    [['--level', 'perhaps'], 'must, should, may'],
    [['--jobs', '0'], 'at least 1'],
    [['--reporter', 'morse'], 'morse'],
    [['--only', 'brigde'], 'has no plugin brigde'],
    [['--conf', 'missing.conf'], 'missing.conf'],
    [['a', 'b'], 'one directory at a time'],
  ])('%j', async (args, message) => {
    const { exitCode, stderr, stdout } = await run(...args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })
})

test('a selection is judged, and every planned case has a verdict', async () => {
  const { exitCode, stdout } = await run(
    '--only',
    'loopback',
    '--spec-version',
    '1.0.0,1.1.0',
    '--requirement',
    'DEL-*',
    '--reporter',
    'json=out/r.json',
    '--reporter',
    'junit=r.xml',
    '--reporter',
    'terminal',
  )
  expect(exitCode).toBe(0)
  expect(stdout).toContain('loopback')
  const { summary, results } = reportOf('out/r.json')
  const { planned, ...counts } = summary
  expect(results).toHaveLength(planned)
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(planned)
  expect(new Set(results.map(({ requirement }) => requirement.slice(0, 4)))).toEqual(new Set(['DEL-']))
  expect(readFileSync(join(folder.name, 'r.xml'), 'utf8')).toContain('<testsuites')
})

test('a network configuration of the user drives a plugin of any name', async () => {
  addPlugin('my-loopback', `exec '${join(packageRoot, 'fixtures/plugins/bin/loopback')}'`)
  writeFileSync(
    join(folder.name, '10-my.conf'),
    JSON.stringify({ cniVersion: '1.0.0', name: 'my', type: 'my-loopback' }),
  )
  await run(
    '.',
    '--only',
    'my-loopback',
    '--conf',
    '10-my.conf',
    '--spec-version',
    '1.0.0',
    '--requirement',
    'RESULT-001,ADD-002',
    '--reporter',
    'json=r.json',
  )
  expect(reportOf('r.json').results).toMatchObject([
    { requirement: 'ADD-002', verdict: 'pass', configuration: '10-my.conf' },
    { requirement: 'RESULT-001', verdict: 'pass', configuration: '10-my.conf' },
  ])
})

test('a violated must fails the run, and its reproducer shows the same', async () => {
  addPlugin(
    'loopback',
    `[ "$CNI_COMMAND" != DEL ] || { echo '{"code": 100, "msg": "no"}'; exit 1; }\nexec '${join(packageRoot, 'fixtures/plugins/bin/loopback')}'`,
  )
  const { exitCode } = await run(
    '.',
    '--spec-version',
    '1.1.0',
    '--requirement',
    'DEL-003/three-times',
    '--reporter',
    'json=r.json',
  )
  expect(exitCode).toBe(1)
  const [result] = reportOf('r.json').results
  expect(result).toMatchObject({ verdict: 'fail', expected: 'success' })
  const script = join(folder.name, 'reproduce.sh')
  writeFileSync(script, result?.reproducer ?? '')
  const { stdout } = await execa('sh', [script], { reject: false })
  expect(stdout).toContain('"msg": "no"')
})

test('the machine is the same after a run that was killed in the middle', async () => {
  const before = await machine()
  const child = execa(process.execPath, [main, '--only', 'bridge', '--spec-version', '1.1.0'], { reject: false })
  let holders: readonly number[] = []
  await until(async () => {
    holders = await sandboxesBelow(child.pid ?? 0)
    return holders.length > 0
  })
  child.kill('SIGKILL')
  await child
  await until(() => Promise.resolve(holders.every((pid) => !existsSync(`/proc/${pid}`))))
  expect(await machine()).toEqual(before)
})

async function machine(): Promise<readonly string[]> {
  const looks = [
    ['ip', '-d', '-o', 'link'],
    ['ip', 'route', 'show', 'table', 'all'],
    ['sh', '-c', 'ls -R /run/netns /var/lib/cni /etc/cni 2>&1'],
    ['cat', '/proc/mounts'],
  ]
  return Promise.all(
    looks.map(async ([command = '', ...args]) => (await execa(command, args, { reject: false })).stdout),
  )
}

/** The processes that hold sandboxes, among those that descend from a process: other tests have sandboxes too. */
async function sandboxesBelow(ancestor: number): Promise<readonly number[]> {
  const { stdout } = await execa('ps', ['-e', '-o', 'pid=,ppid=,comm='])
  const processes = stdout.split('\n').map((line) => {
    const [pid, parent, name] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), name }
  })
  const below = new Set([ancestor])
  for (const { pid, parent } of processes.sort((one, other) => one.pid - other.pid))
    if (below.has(parent)) below.add(pid)
  return processes.filter(({ pid, name }) => below.has(pid) && name === 'unshare').map(({ pid }) => pid)
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await condition()) return
    await delay(50)
  }
  throw new Error('it did not come about within 30 s')
}
