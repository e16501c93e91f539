import { execa } from 'execa'
import { describe, expect, test } from 'vitest'
import { main } from '../cli/exec.test-helper.ts'
import { lackingCapabilities } from './capabilities.ts'
import { findObstacles, type MachineFacts, readFacts } from './diagnosis.ts'

const open: MachineFacts = {
  privileges: 'user-namespace',
  lacking: ['CAP_SYS_ADMIN', 'CAP_NET_ADMIN'],
  seccomp: false,
  appArmor: undefined,
  container: false,
  missingNamespaces: [],
  sysctl: () => undefined,
}

const root: MachineFacts = { ...open, privileges: 'root', lacking: [] }

/** The system controls of a kernel, of which only this one is special. */
const sysctl = (name: string, value: string) => ({ sysctl: (other: string) => (other === name ? value : undefined) })

const problems = (facts: MachineFacts) => findObstacles(facts).map(({ problem, remedy }) => `${problem}: ${remedy}`)

describe('obstacles', () => {
  test('are none on an open machine', () => {
    expect(problems(open)).toEqual([])
    expect(problems(root)).toEqual([])
    expect(problems({ ...open, ...sysctl('kernel.unprivileged_userns_clone', '1') })).toEqual([])
    expect(problems({ ...open, ...sysctl('user.max_user_namespaces', '15000') })).toEqual([])
  })

  test.each([
    ['kernel.unprivileged_userns_clone', '0', '1'],
    ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
  ])('include %s, for ordinary users', (name, value, better) => {
    const [problem] = problems({ ...open, ...sysctl(name, value) })
    expect(problem).toContain(`${name} is ${value}`)
    expect(problem).toContain(`sudo sysctl -w ${name}=${better}, or run as root`)
    expect(problems({ ...root, ...sysctl(name, value) })).toEqual([])
  })

  test('include limits on namespaces', () => {
    const user = sysctl('user.max_user_namespaces', '0')
    expect(problems({ ...open, ...user })).toEqual([
      'user.max_user_namespaces is 0: sudo sysctl -w user.max_user_namespaces=10000',
    ])
    expect(problems({ ...root, ...user })).toEqual([])
    expect(problems({ ...root, ...sysctl('user.max_net_namespaces', '0') })).toHaveLength(1)
  })

  test('include a kernel without namespaces', () => {
    expect(problems({ ...root, missingNamespaces: ['net'] })[0]).toContain('run on one with CONFIG_NET_NS')
    expect(problems({ ...root, missingNamespaces: ['user'] })).toEqual([])
    expect(problems({ ...open, missingNamespaces: ['user'] })[0]).toContain('CONFIG_USER_NS, or run as root')
  })

  test('include a root without capabilities, as in a container', () => {
    const facts: MachineFacts = { ...root, lacking: ['CAP_SYS_ADMIN'] }
    expect(problems(facts)).toEqual([
      'this process is root without CAP_SYS_ADMIN: run it as root with all capabilities',
    ])
    expect(problems({ ...facts, container: true })[0]).toContain('--privileged')
  })

  test('include confinement, with the options of a container that lift it', () => {
    const confined: MachineFacts = { ...root, container: true, seccomp: true, appArmor: 'docker-default' }
    expect(problems(confined)).toEqual([
      expect.stringMatching(
        /^a seccomp filter and AppArmor's docker-default may forbid .*seccomp=unconfined.*apparmor=unconfined/,
      ),
    ])
  })
})

/** A part of /proc/<pid>/status. */
const status = (mask: string) => `Name:\tnode\nCapPrm:\t000001ffffffffff\nCapEff:\t${mask}\n`

test('capabilities are read from the status of a process', () => {
  expect(lackingCapabilities(status('000001ffffffffff'), ['CAP_NET_ADMIN', 'CAP_SYS_ADMIN'])).toEqual([])
  expect(lackingCapabilities(status('0000000000001000'), ['CAP_NET_ADMIN', 'CAP_SYS_ADMIN'])).toEqual(['CAP_SYS_ADMIN'])
  expect(lackingCapabilities(status('0000000000000000'), ['CAP_NET_ADMIN'])).toEqual(['CAP_NET_ADMIN'])
})

test('this machine has namespaces, as the tests need them', () => {
  expect(readFacts('root').missingNamespaces).toEqual([])
})

describe('a sandbox that cannot be made', () => {
  // The limit holds in the user namespace that it is set in, and nowhere else.
  const confined = ['--user', '--map-user=1000', '--keep-caps', '--', 'sh', '-c']
  const script = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'

  test('is explained when something needs one', async () => {
    const command = ['node', main, 'doctor']
    const { exitCode, stdout } = await execa('unshare', [...confined, script, 'sh', ...command], { reject: false })
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(/MISSING +sandbox/)
    expect(stdout).toContain('user.max_user_namespaces is 0')
    expect(stdout).toContain('sudo sysctl -w user.max_user_namespaces=10000')
    expect(stdout.endsWith('This machine is not fit to run cni-conformance: see what is MISSING above.')).toBe(true)
  })

  test('by any other command too', async () => {
    const command = ['node', main, 'run', '/bin/true']
    const { exitCode, stderr } = await execa('unshare', [...confined, script, 'sh', ...command], { reject: false })
    expect(exitCode).toBe(3)
    expect(stderr).toContain('cannot make a sandbox: unshare: unshare failed')
    expect(stderr).toContain('user.max_user_namespaces is 0: sudo sysctl -w user.max_user_namespaces=10000')
    expect(stderr).not.toMatch(/^ {4}at /m)
  })
})
