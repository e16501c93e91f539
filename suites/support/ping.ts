import { expect } from 'vitest'
import type { Place } from '../../runner/traffic/conversation.ts'
import { addressesOf } from './addresses.ts'
import type { CheckContext } from './context.ts'
import { patience } from './conversation.ts'
import { requireProgram } from './require-program.ts'
import { readResult } from './result.ts'

/** Containers of a network, and the host as their gateway, answer the echo requests of each other. */
export async function expectPinged({ attach, sandbox }: CheckContext): Promise<void> {
  requireProgram('ping')
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const far of addressesOf(other)) {
    expect(await answersPing(one.container, far)).toBe(true)
    expect(await answersPing(sandbox, far)).toBe(true)
  }
  for (const { gateway = '' } of readResult(one.result).ips)
    expect(await answersPing(one.container, gateway)).toBe(true)
}

/** Whether an address answers an echo request from a place: the first of those that are sent for a while. */
async function answersPing(from: Place, address: string): Promise<boolean> {
  const seconds = String(patience() / 1000)
  const { exitCode } = await from.execute('ping', ['-n', '-q', '-c', '1', '-w', seconds, address])
  return exitCode === 0
}
