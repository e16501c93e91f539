import { inject } from 'vitest'
import { converse, longestMs, type Place, type Way } from '../../runner/traffic/conversation.ts'

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
