import { type Place, untilListening } from '../../runner/traffic/conversation.ts'
import { Blocked } from './interruptions.ts'

const port = 7001

/** Prints how many seconds passed between the connection and the end of what came, and how many bytes that were. */
const receiver = `
const server = require('node:net').createServer((socket) => {
  const start = process.hrtime.bigint()
  let bytes = 0
  socket.on('data', (data) => (bytes += data.length))
  socket.on('end', () => {
    console.log(bytes, Number(process.hrtime.bigint() - start) / 1e9)
    socket.end()
    server.close()
  })
})
server.listen(${port}, '::')
setTimeout(() => process.exit(), 120000).unref()`

const sender = `
const [address, bytes] = process.argv.slice(1)
const socket = require('node:net').connect(${port}, address, () => socket.end(Buffer.alloc(Number(bytes))))
socket.setTimeout(100000, () => socket.destroy())
socket.resume()`

/** Sends so many bytes by TCP, and returns how many seconds they took. */
export async function secondsToSend(bytes: number, from: Place, to: Place, address: string): Promise<number> {
  const receiving = to.execute('node', ['-e', receiver])
  await untilListening(to, 'tcp', port)
  await from.execute('node', ['-e', sender, address, String(bytes)])
  const [received, seconds] = (await receiving).stdout.trim().split(' ').map(Number)
  if (received !== bytes) throw new Blocked(`${bytes} bytes have to reach ${address} first, but ${received ?? 0} did`)
  return seconds ?? 0
}
