import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { Sandbox } from './sandbox.ts'

describe('a sandbox', () => {
  let sandbox: Sandbox

  beforeEach(async () => {
    sandbox = await Sandbox.create([packageRoot])
  })

  afterEach(async () => {
    await sandbox.destroy()
  })

  test('has only lo, which is up', async () => {
    const { stdout } = await sandbox.execute('ip', ['-o', 'link'])
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stdout).toContain('LOOPBACK,UP')
  })

  test('forwards, as a container host does', async () => {
    const { stdout } = await sandbox.execute('cat', [
      '/proc/sys/net/ipv4/ip_forward',
      '/proc/sys/net/ipv6/conf/all/forwarding',
    ])
    expect(stdout).toBe('1\n1\n')
  })

  test('numbers its processes by itself', async () => {
    const { stdout } = await sandbox.execute('sh', ['-c', 'ls -d /proc/[0-9]* | head -1'])
    expect(stdout).toBe('/proc/1\n')
  })

  test.each(['/run', '/tmp', '/etc/cni', '/var/lib/cni'])(
    'keeps what is written to %s to itself',
    async (directory) => {
      const path = `${directory}/sandbox-test-${process.pid}`
      await sandbox.writeFile(path, 'written inside')
      expect((await sandbox.execute('cat', [path])).stdout).toBe('written inside')
      expect(existsSync(path)).toBe(false)
    },
  )

  test('shows a directory below a hidden one if it is asked to', async () => {
    const directory = mkdtempSync('/tmp/cni-conformance-test-')
    writeFileSync(join(directory, "it's here"), 'seen')
    const other = await Sandbox.create([directory])
    try {
      expect((await other.execute('ls', [directory])).stdout).toBe("it's here\n")
    } finally {
      await other.destroy()
      rmSync(directory, { recursive: true })
    }
  })

  test('makes containers that runtimes and plugins can find, and removes them', async () => {
    const container = await sandbox.addContainer()
    await container.addLink('eth0')
    expect((await container.execute('ip', ['-br', 'link'])).stdout).toContain('eth0@stranger')
    expect((await sandbox.execute('ip', ['netns', 'list'])).stdout).toContain(container.name)
    await container.remove()
    expect((await sandbox.execute('ls', ['/run/netns'])).stdout).toBe('')
  })

  test('has no links into a container any more when that is removed', async () => {
    const links = async () => (await sandbox.execute('ip', ['-br', 'link', 'show', 'type', 'veth'])).stdout
    const container = await sandbox.addContainer()
    const far = ['peer', 'name', 'eth0', 'netns', container.name]
    await sandbox.run(['ip', 'link', 'add', 'veth0', 'type', 'veth', ...far])
    // What runs in it keeps it alive for a moment.
    const running = container.execute('sh', ['-c', 'touch /run/runs; sleep 0.5'])
    await expect.poll(() => sandbox.readFile('/run/runs'), { timeout: 10_000 }).toBeDefined()
    expect(await links()).toContain('veth0@')
    await container.remove()
    expect(await links()).not.toContain('veth0@')
    await running
  })

  test('is unlike every other one', async () => {
    const other = await Sandbox.create()
    await other.addContainer('ctr-x')
    expect((await sandbox.execute('ls', ['/run/netns'])).stdout).toBe('')
    await other.destroy()
  })

  test('lists its processes and no others', async () => {
    const before = await sandbox.processes()
    await sandbox.execute('sh', ['-c', 'setsid sleep 3602 > /dev/null 2>&1 < /dev/null & true & exec true'])
    await expect
      .poll(async () => (await sandbox.processes()).map(({ command }) => command), { timeout: 10_000 })
      .toEqual([...before.map(({ command }) => command), 'sleep 3602'])
  })

  test('runs what it runs as soon as it is made', async () => {
    const commands = async (made: Sandbox) => (await made.processes()).map(({ command }) => command)
    const atRest = await commands(sandbox)
    const made = async () => {
      const other = await Sandbox.create([packageRoot])
      return commands(other).finally(() => other.destroy())
    }
    // Many and some at once, because a sandbox that is not ready when it says so is seen by chance only.
    const lists = []
    for (let round = 0; round < 10; round++) lists.push(...(await Promise.all([made(), made(), made(), made()])))
    expect(lists).toEqual(lists.map(() => atRest))
  })

  test('ends all its processes with itself', async () => {
    const mark = `3600.${process.pid}`
    // Many, because the kernel ends one after the other.
    const start = `for _ in $(seq 20); do setsid sleep ${mark} > /dev/null 2>&1 < /dev/null & done`
    await sandbox.execute('sh', ['-c', start])
    await expect.poll(() => processesWith(mark), { timeout: 10_000 }).toHaveLength(20)
    await sandbox.destroy()
    expect(processesWith(mark)).toHaveLength(0)
  })
})

test('a sandbox ends when the process that made it is killed', async () => {
  const mark = `3601.${process.pid}`
  const program = `
    import { Sandbox } from ${JSON.stringify(join(packageRoot, 'dist/runner/sandbox/sandbox.js'))}
    const sandbox = await Sandbox.create()
    await sandbox.addContainer()
    await sandbox.execute('sh', ['-c', 'sleep ${mark} > /dev/null 2>&1 < /dev/null &'])
    console.log('made')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect(processesWith(mark)).toHaveLength(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  for (let attempt = 0; attempt < 200 && processesWith(mark).length > 0; attempt++) await delay(10)
  expect(processesWith(mark)).toHaveLength(0)
})

function processesWith(mark: string): readonly string[] {
  return execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line === `sleep ${mark}`)
}
