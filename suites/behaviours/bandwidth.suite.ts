import { expect } from 'vitest'
import type { PluginConfiguration } from '../../spec/target.ts'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { readResult } from '../support/result.ts'
import { secondsToSend } from '../support/transfer.ts'

/** In bits per second, and bits. The other direction has a rate of its own, which would not do. */
const rate = 4_000_000
const other = 10 * rate
const burst = 400_000

function limits(ingressRate: number, egressRate: number): PluginConfiguration {
  return { type: 'bandwidth', ingressRate, ingressBurst: burst, egressRate, egressBurst: burst }
}

const bytes = 600_000
/** At the rate, after the burst. However slow a machine is, it cannot be faster than that. */
const least = (bytes * 8 - burst) / rate

check('BEHAVIOUR-bandwidth/ingress', 'lets nothing in faster than ingressRate', async ({ attach, sandbox }) => {
  const attachment = await attach({ config: limits(rate, other) })
  const [address = ''] = addressesOf(attachment)
  expect(await secondsToSend(bytes, sandbox, attachment.container, address)).toBeGreaterThan(least)
})

check('BEHAVIOUR-bandwidth/egress', 'lets nothing out faster than egressRate', async ({ attach, sandbox }) => {
  const { container, result } = await attach({ config: limits(other, rate) })
  const [{ gateway = '' } = {}] = readResult(result).ips
  expect(await secondsToSend(bytes, container, sandbox, gateway)).toBeGreaterThan(least)
})
