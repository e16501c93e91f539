import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import { reach } from './conversation.ts'
import { Blocked } from './interruptions.ts'

/** A machine beyond the host, which knows the way back to any container. */
export interface Outside {
  /** The addresses of the host that it sees, and its own. */
  readonly host: string
  readonly own: string
  /** The address that a connection from a container comes from, as the machine sees it. */
  readonly sourceOf: (container: Container) => Promise<string>
  readonly machine: Container
}

/** Puts a machine next to the host of a sandbox, one for each family. */
export async function addOutside(sandbox: Sandbox, family: 4 | 6): Promise<Outside> {
  const machine = await sandbox.addContainer(`outside-${family}`)
  const device = `out${family}`
  const { host, own, prefix, every } = network[family]
  await sandbox.run(['ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', device, 'netns', machine.name])
  for (const [address, container] of [
    [host, undefined],
    [own, machine],
  ] as const) {
    const noDetection = family === 6 ? ['nodad'] : []
    await sandbox.run(['ip', 'address', 'add', `${address}/${prefix}`, 'dev', device, ...noDetection], container)
    await sandbox.run(['ip', 'link', 'set', device, 'up'], container)
  }
  await machine.run(['ip', 'route', 'add', every, 'via', host])
  return { host, own, machine, sourceOf: (container) => sourceSeen(container, machine, own) }
}

const network = {
  4: { host: '203.0.113.1', own: '203.0.113.2', prefix: 24, every: '0.0.0.0/0' },
  6: { host: '2001:db8:113::1', own: '2001:db8:113::2', prefix: 64, every: '::/0' },
} as const

async function sourceSeen(from: Container, to: Container, address: string): Promise<string> {
  const seen = await reach(from, to, address)
  if (seen === null) throw new Blocked(`traffic has to reach ${address} from the container first`)
  return seen
}
