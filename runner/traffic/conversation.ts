import { setTimeout as delay } from 'node:timers/promises'
import type { Completed } from '../sandbox/enter.ts'

/** Where a program runs: the host of a sandbox, or a container of it. */
export interface Place {
  execute(command: string, args: readonly string[]): Promise<Completed>
}

/** Which way something is sent. */
export interface Way {
  readonly protocol?: 'tcp' | 'udp'
  /** The port that is called. */
  readonly port?: number
  /** The port that is called from, by UDP only: any one when absent. */
  readonly callFrom?: number
  /** The port that is listened on, where what is sent to the other one is forwarded. */
  readonly listenOn?: number
  /** How long it may take. */
  readonly patienceMs?: number
}

/** Waits for one call, answers it, and prints who it is that calls. */
const listener = `
const [port, protocol, patience] = process.argv.slice(1)
const tell = (address) => console.log(address.replace(/^::ffff:/, ''))
if (protocol === 'udp') {
  const socket = require('node:dgram').createSocket('udp6')
  socket.on('message', (_, { port: back, address }) => {
    tell(address)
    socket.send('heard', back, address, () => socket.close())
  })
  socket.bind(Number(port), '::')
} else {
  const server = require('node:net').createServer((socket) => {
    tell(socket.remoteAddress)
    socket.end('heard')
    server.close()
  })
  server.listen(Number(port), '::')
}
setTimeout(() => process.exit(), Number(patience)).unref()`

/** Calls again and again until it is answered, and prints the answer. */
const caller = `
const [address, port, protocol, patience, own] = process.argv.slice(1)
const deadline = Date.now() + Number(patience)
const connect = () => {
  const socket = require('node:net').connect(Number(port), address)
  socket.setTimeout(Math.max(deadline - Date.now(), 1), () => socket.destroy())
  socket.on('data', (data) => process.stdout.write(data))
  socket.on('error', () => Date.now() < deadline && setTimeout(connect, 20))
}
const send = () => {
  const socket = require('node:dgram').createSocket(address.includes(':') ? 'udp6' : 'udp4')
  const sending = setInterval(() => (Date.now() < deadline ? socket.send('hi', () => {}) : end()), 20)
  const end = () => {
    clearInterval(sending)
    socket.close()
  }
  socket.on('error', () => {})
  socket.on('message', (data) => {
    process.stdout.write(data)
    end()
  })
  socket.bind(Number(own), () => socket.connect(Number(port), address))
}
if (protocol === 'udp') send()
else connect()`

/** Long enough for anything that gets through at all. */
export const longestMs = 20_000

/**
 * Sends something to an address that a place has. Returns the address that it came from, as that place sees it; null when it does
 * not get there, or no answer comes back.
 */
export async function converse(
  from: Place,
  to: Place,
  address: string,
  { protocol = 'tcp', port = defaultPort, callFrom = 0, listenOn = port, patienceMs = longestMs }: Way = {},
): Promise<string | null> {
  const { seen } = await listen(to, { protocol, port: listenOn, lifeMs: patienceMs + longestMs })
  const call = [address, String(port), protocol, String(patienceMs), String(callFrom)]
  const { stdout } = await from.execute('node', ['-e', caller, ...call])
  if (stdout === 'heard') return seen()
  // It ends with the sandbox at the latest.
  void seen().catch(() => {})
  return null
}

export const defaultPort = 7000

interface Ear {
  readonly protocol?: 'tcp' | 'udp'
  readonly port?: number
  readonly lifeMs?: number
}

/** Listens for one call. When this resolves, it can be heard; `seen` tells who it was, once it came. */
export async function listen(
  place: Place,
  { protocol = 'tcp', port = defaultPort, lifeMs = longestMs }: Ear = {},
): Promise<{ readonly seen: () => Promise<string> }> {
  const listening = place.execute('node', ['-e', listener, String(port), protocol, String(lifeMs)])
  await untilListening(place, protocol, port)
  return { seen: async () => (await listening).stdout.trim() }
}

/** From then on it is not for want of a listener that nothing gets through. */
export async function untilListening(place: Place, protocol: 'tcp' | 'udp', port: number): Promise<void> {
  const deadline = Date.now() + longestMs
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
  while (Date.now() < deadline) {
    if ((await place.execute('cat', [`/proc/self/net/${protocol}6`])).stdout.includes(wanted)) return
    await delay(20)
  }
}
