import { expect, inject } from 'vitest'
import { converse, defaultPort, longestMs, type Place, type Way } from '../../runner/traffic/conversation.ts'

/** Long enough for anything that gets through at all, in milliseconds. */
export function patience(): number {
  return inject('run').patienceMs ?? longestMs
}

/** How long to wait for what should not come. */
export const brief = 2000

/**
 * Sends something to an address that a place has. Returns the address that it came from, as that place sees it; null when it does
 * not get there, or no answer comes back.
 */
export function reach(from: Place, to: Place, address: string, way: Way = {}): Promise<string | null> {
  return converse(from, to, address, { patienceMs: patience(), ...way })
}

interface Expected extends Way {
  /** The address that it comes from, as that place sees it; any one when absent. */
  readonly seenAs?: string
}

/** What is sent to an address that a place has arrives there, and is answered. */
export async function expectReached(
  from: Place,
  to: Place,
  address: string,
  { seenAs, ...way }: Expected = {},
): Promise<void> {
  expect(await reach(from, to, address, way), sent(address, way)).toArrive(seenAs)
}

/** What is sent to an address that a place has does not arrive there, or is not answered. */
export async function expectOutOfReach(from: Place, to: Place, address: string): Promise<void> {
  expect(await reach(from, to, address, { patienceMs: brief }), sent(address)).not.toArrive()
}

function sent(address: string, { protocol = 'tcp', port = defaultPort }: Way = {}): string {
  return `what is sent to ${address}, port ${port}, by ${protocol.toUpperCase()}`
}
