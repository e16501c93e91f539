import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { execa } from 'execa'
import tmp from 'tmp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'

const main = join(packageRoot, 'dist/runner/cli/main.js')
const published = '/usr/lib/cni'
const network = {
  cniVersion: '1.0.0',
  name: 'net',
  plugins: [
    { type: 'bridge', bridge: 'cbr0', isGateway: true, ipam: { type: 'host-local', subnet: '10.1.0.0/24' } },
    { type: 'vrf', vrfname: 'blue' },
  ],
}

let folder: tmp.DirResult
let conflist: string
/** Only vrf is somebody else's: it makes a link of a kind that few kernels in containers have. */
let plugins: string

beforeAll(() => {
  folder = tmp.dirSync({ unsafeCleanup: true })
  conflist = join(folder.name, 'vrf.conflist')
  writeFileSync(conflist, JSON.stringify(network))
  plugins = join(folder.name, 'bin')
  mkdirSync(plugins)
  if (missing.length === 0) copyFileSync(`${published}/vrf`, join(plugins, 'vrf'))
})

afterAll(() => {
  folder.removeCallback()
})

const missing = [
  ...(existsSync('/usr/bin/linux.uml') ? [] : ['user-mode-linux is not installed']),
  ...(existsSync(`${published}/vrf`) ? [] : ['containernetworking-plugins is not installed']),
]

describe.skipIf(missing.length > 0)(
  `--kernel uml${missing.map((why) => ` (skipped: ${why})`).join('')}`,
  {
    timeout: 300_000,
  },
  () => {
    test('runs plugins on a kernel that has links of all kinds, and ends as they did', async () => {
      const { stdout, stderr, exitCode } = await execa(
        process.execPath,
        [main, 'exec', 'add', 'check', 'del', conflist, '--sandbox', '--kernel', 'uml', '--json', '--plugins', plugins],
        { reject: false },
      )
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
      const { operations } = JSON.parse(stdout)
      expect(operations).toHaveLength(3)
      expect(operations[0].kernel[0].output).toContainEqual(expect.objectContaining({ ifname: 'eth0', master: 'blue' }))
    })

    test('says in the report which kernel it was, for what repeats a case', async () => {
      const report = join(folder.name, 'report.json')
      const which = [plugins, '--requirement', 'ERROR-004', '--spec-version', '1.0.0', '--strict', '--kernel', 'uml']
      const reporters = ['--reporter', 'terminal', '--reporter', `json=${report}`]
      const { stdout, exitCode } = await execa(process.execPath, [main, ...which, ...reporters], { reject: false })
      expect(exitCode).toBe(1)
      expect(stdout).toContain('--kernel uml')
      expect(JSON.parse(readFileSync(report, 'utf8')).options).toMatchObject({ kernel: 'uml' })
    })

    test('says what is wrong with the command line, with its exit status', async () => {
      const { stderr, exitCode } = await execa(
        process.execPath,
        [main, 'exec', 'add', '/nowhere.conf', '--sandbox', '--kernel=uml'],
        { reject: false },
      )
      expect(exitCode).toBe(2)
      expect(stderr).toContain('/nowhere.conf')
    })

    test.each<[string, (pid: number) => void]>([
      ['it is killed', (pid) => process.kill(pid, 'SIGKILL')],
      ['its whole group is asked to end', (pid) => process.kill(-pid, 'SIGTERM')],
    ])('leaves no process and no file when %s', async (_what, end) => {
      const child = spawn(process.execPath, [main, 'doctor', '--kernel', 'uml'], {
        stdio: 'ignore',
        detached: true,
        env: { ...process.env, TMPDIR: folder.name },
      })
      const kernelFolder = () => readdirSync(folder.name).find((name) => name.startsWith('cni-conformance-kernel-'))
      await until(() => kernels(kernelFolder()).length > 0)
      const name = kernelFolder()
      end(child.pid ?? 0)
      await once(child, 'exit')
      await until(() => kernels(name).length === 0 && kernelFolder() === undefined)
      expect(kernelFolder()).toBeUndefined()
    })
  },
)

test.each([['run'], ['exec'], ['doctor']])('%s says what it takes for --kernel', async (command) => {
  const { stderr, exitCode } = await execa(process.execPath, [main, command, '--kernel', 'xen'], { reject: false })
  expect({ stderr, exitCode }).toEqual({
    stderr: 'cni-conformance: --kernel takes host or uml, not xen',
    exitCode: 2,
  })
})

/** The processes that run the kernel whose folder this is. */
function kernels(name: string | undefined): readonly string[] {
  if (name === undefined) return []
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return program.endsWith('linux.uml') && args.some((each) => each.includes(`${name}/init`))
    } catch {
      return false
    }
  })
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it did not come to that within a minute')
    await delay(50)
  }
}
