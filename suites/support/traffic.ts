import type { Container } from '../../runner/sandbox/container.ts'
import type { Completed } from '../../runner/sandbox/enter.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
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

/** Puts a machine next to the host of a sandbox. */
export async function addOutside(sandbox: Sandbox, family: 4 | 6): Promise<Outside> {
  const machine = await sandbox.addContainer('outside')
  const { host, own, prefix, every } = network[family]
  await sandbox.run(['ip', 'link', 'add', 'out0', 'type', 'veth', 'peer', 'name', 'out0', 'netns', machine.name])
  for (const [address, container] of [
    [host, undefined],
    [own, machine],
  ] as const) {
    const noDetection = family === 6 ? ['nodad'] : []
    await sandbox.run(['ip', 'address', 'add', `${address}/${prefix}`, 'dev', 'out0', ...noDetection], container)
    await sandbox.run(['ip', 'link', 'set', 'out0', 'up'], container)
  }
  await machine.run(['ip', 'route', 'add', every, 'via', host])
  return { host, own, machine, sourceOf: (container) => sourceSeen(container, machine, own) }
}

const network = {
  4: { host: '203.0.113.1', own: '203.0.113.2', prefix: 24, every: '0.0.0.0/0' },
  6: { host: '2001:db8:113::1', own: '2001:db8:113::2', prefix: 64, every: '::/0' },
} as const

const port = '7000'

/** Waits for one connection and prints who it is that connects. */
const listener = `
const server = require('node:net').createServer((socket) => {
  console.log(socket.remoteAddress.replace(/^::ffff:/, ''))
  socket.end('heard')
  server.close()
})
server.listen(${port}, '::')
setTimeout(() => process.exit(1), 30000).unref()`

/** Connects as soon as somebody listens, and prints what it hears. */
const caller = `
const deadline = Date.now() + 20000
const attempt = () => {
  const socket = require('node:net').connect(${port}, process.argv[1])
  socket.setTimeout(10000, () => socket.destroy(new Error('no answer')))
  socket.on('data', (data) => process.stdout.write(data))
  socket.on('error', (error) => {
    if (Date.now() < deadline) return setTimeout(attempt, 20)
    console.error(error.message)
  })
}
attempt()`

async function sourceSeen(from: Container, to: Container, address: string): Promise<string> {
  const listening: Promise<Completed> = to.execute('node', ['-e', listener])
  const { stdout, stderr } = await from.execute('node', ['-e', caller, address])
  if (stdout !== 'heard')
    throw new Blocked(`traffic has to reach ${address} from the container first: ${stderr.trim()}`)
  return (await listening).stdout.trim()
}
