import type { Place } from '../../runner/traffic/conversation.ts'
import { transfer } from '../../runner/traffic/transfer.ts'
import { Blocked } from './interruptions.ts'

/** Sends so many bytes by TCP, and returns how many seconds they took. */
export async function secondsToSend(bytes: number, from: Place, to: Place, address: string): Promise<number> {
  const { received, seconds } = await transfer(bytes, from, to, address)
  if (received !== bytes) throw new Blocked(`${bytes} bytes have to reach ${address} first, but ${received} did`)
  return seconds
}
