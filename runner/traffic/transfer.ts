import { type Place, untilListening } from './conversation.ts'

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

/** What came of a transfer. */
export interface Transfer {
  /** How many bytes arrived. */
  readonly received: number
  /** How long they took. */
  readonly seconds: number
}

/** Sends so many bytes by TCP to an address that a place has. */
export async function transfer(bytes: number, from: Place, to: Place, address: string): Promise<Transfer> {
  const receiving = to.execute('node', ['-e', receiver])
  await untilListening(to, 'tcp', port)
  await from.execute('node', ['-e', sender, address, String(bytes)])
  const [received = 0, seconds = 0] = (await receiving).stdout.trim().split(' ').map(Number)
  return { received, seconds }
}
