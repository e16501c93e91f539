import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../package-root.ts'
import type { Container } from '../../sandbox/container.ts'
import type { Completed } from '../../sandbox/enter.ts'
import { Sandbox } from '../../sandbox/sandbox.ts'
import {
  main,
  mynet,
  openWorkplace,
  ordinaryUser,
  ordinaryUserObstacle,
  pluginOptions,
  type Workplace,
} from '../exec.test-helper.ts'

// A sandbox is the machine on which --netns works here: each call is a process of its own in it.
let place: Workplace
let machine: Sandbox
let container: Container
beforeEach(async () => {
  place = openWorkplace()
  place.file('10-mynet.conf', mynet)
  machine = await Sandbox.create([packageRoot, place.folder])
  container = await machine.addContainer('blue')
})
afterEach(async () => {
  await machine.destroy()
  place.remove()
})

const state = '/var/lib/cni-conformance/results/mynet-c1-eth0'

function exec(...args: readonly string[]): Promise<Completed> {
  return machine.execute('node', [main, 'exec', ...args, '--container-id', 'c1', ...pluginOptions])
}

const file = () => `${place.folder}/10-mynet.conf`
const onMachine = (operation: string, ...args: readonly string[]) =>
  exec(operation, file(), '--netns', container.netns, ...args)

const linksOf = async (side: Sandbox | Container) => (await side.execute('ip', ['-br', 'link'])).stdout

describe('ADD, CHECK and DEL in a namespace of the machine', () => {
  test('work across processes', async () => {
    const add = await onMachine('add', '--quiet')
    expect(add).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await linksOf(container)).toContain('eth0')
    expect(await linksOf(machine)).toContain('cni0')
    expect(JSON.parse((await machine.readFile(state)) ?? '').result).toEqual(JSON.parse(add.stdout))

    const check = await onMachine('check', '--json')
    expect(check.exitCode).toBe(0)
    const { operations } = JSON.parse(check.stdout)
    expect(JSON.parse(operations[0].plugins[0].invocation.stdin).prevResult).toEqual(JSON.parse(add.stdout))

    const del = await onMachine('del')
    expect(del).toMatchObject({ exitCode: 0, stderr: '' })
    expect(del.stdout).toContain('"prevResult"')
    expect(await linksOf(container)).not.toContain('eth0')
    expect(await machine.readFile(state)).toBeUndefined()
    expect(await onMachine('del')).toMatchObject({ exitCode: 0 })
  })

  test('hand CNI_ARGS of the ADD on', async () => {
    await onMachine('add', '--args', 'IgnoreUnknown=1;COLOUR=blue')
    expect((await onMachine('check')).stdout).toContain('    CNI_ARGS=IgnoreUnknown=1;COLOUR=blue\n')
    expect((await onMachine('del')).stdout).toContain('    CNI_ARGS=IgnoreUnknown=1;COLOUR=blue\n')
  })

  test('DEL works when the namespace is gone', async () => {
    await onMachine('add')
    await container.remove()
    expect(await onMachine('del')).toMatchObject({ exitCode: 0 })
    expect(await machine.readFile(state)).toBeUndefined()
  })

  test('an ADD that fails says that DEL is due, stores nothing, and leaves what was stored', async () => {
    const first = await onMachine('add', '--quiet')
    const second = await onMachine('add')
    expect(second.exitCode).toBe(1)
    expect(second.stdout.replaceAll('\n', ' ')).toContain('DEL is due: exec del, with the same file and options.')
    expect(JSON.parse((await machine.readFile(state)) ?? '').result).toEqual(JSON.parse(first.stdout))
  })
})

describe('a damaged result', () => {
  beforeEach(async () => {
    await onMachine('add')
    await machine.writeFile(state, '{"kind":"cniCacheV1"')
  })

  test('is an error of CHECK', async () => {
    const { exitCode, stderr } = await onMachine('check')
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`CHECK needs the result of the ADD, but ${state} is no JSON object: run del and add again`)
  })

  test('is a warning of DEL, which goes on without it and clears it away', async () => {
    const { exitCode, stdout } = await onMachine('del')
    expect(exitCode).toBe(0)
    expect(stdout.replaceAll('\n', ' ')).toContain(
      `Warning: ${state} is no JSON object. DEL goes on without prevResult.`,
    )
    expect(stdout).not.toContain('"prevResult"')
    expect(await machine.readFile(state)).toBeUndefined()
  })
})

describe('refused:', () => {
  test('CHECK without an ADD', async () => {
    expect(await onMachine('check')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('CHECK needs an ADD'),
    })
  })

  test('a path that is no network namespace', async () => {
    const missing = await exec('add', file(), '--netns', '/run/netns/green')
    expect(missing).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('/run/netns/green is no network namespace'),
    })
    const other = await exec('add', file(), '--netns', '/proc/self/ns/mnt')
    expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no network namespace') })
  })

  test('the network namespace of the machine itself', async () => {
    const { exitCode, stderr } = await exec('add', file(), '--netns', '/proc/1/ns/net')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('is the network namespace of this machine itself')
    expect(await linksOf(machine)).not.toContain('cni0')
  })

  test('a state directory that cannot be made, before anything is changed', async () => {
    const { exitCode, stderr } = await onMachine('add', '--state-dir', '/dev/null/state')
    expect(exitCode).toBe(3)
    expect(stderr).toContain('--state-dir takes another directory')
    expect(await linksOf(container)).not.toContain('eth0')
  })

  test('an ordinary user', async ({ skip }) => {
    const obstacle = ordinaryUserObstacle()
    skip(obstacle !== undefined, obstacle)
    const { exitCode, stderr } = await place.run(['exec', 'add', file(), '--netns', '/run/netns/blue'], ordinaryUser)
    expect(exitCode).toBe(3)
    expect(stderr).toContain('--netns needs CAP_NET_ADMIN and CAP_SYS_ADMIN: run it as root, or use --sandbox')
  })
})
