import { existsSync, readFileSync } from 'node:fs'
import { Fault } from '../fault.ts'
import { type Capability, lackingCapabilities } from './capabilities.ts'
import type { Privileges } from './holder.ts'

/** What the kernel says about this process and about namespaces. */
export interface MachineFacts {
  readonly privileges: Privileges
  readonly lacking: readonly Capability[]
  /** A seccomp filter is in force. */
  readonly seccomp: boolean
  /** The AppArmor profile that confines this process. */
  readonly appArmor: string | undefined
  /** This process runs in a container. */
  readonly container: boolean
  /** Kinds of namespaces that the kernel does not have. */
  readonly missingNamespaces: readonly string[]
  /** Values of system controls, by name; undefined where the kernel has none of that name. */
  readonly sysctl: (name: string) => string | undefined
}

/** What stands in the way of a sandbox, and how to get it out of the way, a clause each. */
export interface Obstacle {
  readonly problem: string
  readonly remedy: string
}

/** The Fault of a sandbox that could not be made, with what the machine has against it. */
export function sandboxFault(complaint: string, privileges: Privileges): Fault {
  const lines = findObstacles(readFacts(privileges)).map(({ problem, remedy }) => `  ${problem}: ${remedy}`)
  return new Fault([`cannot make a sandbox: ${complaint}`, ...lines, 'cni-conformance doctor says more.'].join('\n'))
}

export function readFacts(privileges: Privileges): MachineFacts {
  const status = read('/proc/self/status') ?? ''
  return {
    privileges,
    lacking: lackingCapabilities(status, ['CAP_SYS_ADMIN', 'CAP_NET_ADMIN']),
    seccomp: /^Seccomp:\s*2$/m.test(status),
    appArmor: /^(?!unconfined)\S+/.exec(read('/proc/self/attr/apparmor/current') ?? '')?.[0],
    container: existsSync('/.dockerenv') || existsSync('/run/.containerenv') || process.env.container !== undefined,
    missingNamespaces: ['net', 'mnt', 'pid', 'user'].filter((kind) => !existsSync(`/proc/self/ns/${kind}`)),
    sysctl: (name) => read(`/proc/sys/${name.replaceAll('.', '/')}`)?.trim(),
  }
}

/** What may keep this process from making a sandbox; empty when nothing is known. */
export function findObstacles(facts: MachineFacts): readonly Obstacle[] {
  return [
    ...missingNamespaces(facts),
    ...limits(facts),
    ...(facts.privileges === 'root' ? rootObstacles(facts) : userObstacles(facts)),
    ...confinement(facts),
  ]
}

const elsewise = 'or run as root'

const unconfined =
  'docker and podman take --privileged, or --cap-add SYS_ADMIN --cap-add NET_ADMIN ' +
  '--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined'

const namespaceOptions: Readonly<Record<string, string>> = {
  net: 'CONFIG_NET_NS',
  mnt: 'CONFIG_NAMESPACES',
  pid: 'CONFIG_PID_NS',
  user: 'CONFIG_USER_NS',
}

function missingNamespaces({ missingNamespaces: missing, privileges }: MachineFacts): readonly Obstacle[] {
  return missing
    .filter((kind) => kind !== 'user' || privileges === 'user-namespace')
    .map((kind) => ({
      problem: `the kernel has no ${kind} namespaces`,
      remedy: `run on one with ${namespaceOptions[kind]}${kind === 'user' ? `, ${elsewise}` : ''}`,
    }))
}

function limits({ sysctl, privileges }: MachineFacts): readonly Obstacle[] {
  const kinds = ['net', 'mnt', 'pid', ...(privileges === 'root' ? [] : ['user'])]
  return kinds
    .map((kind) => `user.max_${kind}_namespaces`)
    .filter((name) => sysctl(name) === '0')
    .map((name) => ({ problem: `${name} is 0`, remedy: `sudo sysctl -w ${name}=10000` }))
}

function rootObstacles({ lacking, container }: MachineFacts): readonly Obstacle[] {
  if (lacking.length === 0) return []
  const problem = `this process is root without ${lacking.join(' and ')}`
  return [{ problem, remedy: container ? unconfined : 'run it as root with all capabilities' }]
}

function userObstacles({ sysctl }: MachineFacts): readonly Obstacle[] {
  const switches = [
    { name: 'kernel.unprivileged_userns_clone', bad: '0', good: '1' },
    { name: 'kernel.apparmor_restrict_unprivileged_userns', bad: '1', good: '0' },
  ]
  return switches
    .filter(({ name, bad }) => sysctl(name) === bad)
    .map(({ name, bad, good }) => ({
      problem: `${name} is ${bad}, which keeps ordinary users from making namespaces`,
      remedy: `sudo sysctl -w ${name}=${good}, ${elsewise}`,
    }))
}

/** Whether a filter or a profile forbids what a sandbox needs cannot be read, only that there is one. */
function confinement({ seccomp, appArmor, container }: MachineFacts): readonly Obstacle[] {
  const confining = [
    ...(seccomp ? ['a seccomp filter'] : []),
    ...(appArmor === undefined ? [] : [`AppArmor's ${appArmor}`]),
  ]
  if (confining.length === 0) return []
  return [
    {
      problem: `${confining.join(' and ')} may forbid namespaces or mounts`,
      remedy: container ? unconfined : 'run it outside of that confinement',
    },
  ]
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
