import { expect } from 'vitest'
import type { PluginConfiguration } from '../../spec/target.ts'
import { addressesOf } from './addresses.ts'
import type { CheckContext } from './context.ts'
import { expectReached } from './conversation.ts'
import { readResult } from './result.ts'
import { addOutside } from './traffic.ts'

/** A container and the host, which is its gateway, reach each other. */
export async function expectHostReached({ attach, sandbox }: CheckContext): Promise<void> {
  const { container, result } = await attach()
  for (const { address, gateway = '' } of readResult(result).ips) {
    const own = address.replace(/\/.*/, '')
    await expectReached(container, sandbox, gateway, { seenAs: own })
    await expectReached(sandbox, container, own, { seenAs: gateway })
  }
}

/** Machines beyond the host see its address with ipMasq, and that of the container without, by IPv4 and IPv6. */
export async function expectMasqueraded({ attach, sandbox, target, configuration }: CheckContext): Promise<void> {
  const plugin: PluginConfiguration = configuration?.plugin ?? { type: target.name }
  const hidden = await attach({ containerId: 'hidden' })
  const shown = await attach({ containerId: 'shown', config: { ...plugin, ipMasq: false } })
  for (const own of addressesOf(shown)) {
    const outside = await addOutside(sandbox, own.includes(':') ? 6 : 4)
    expect(await outside.sourceOf(hidden.container)).toBe(outside.host)
    expect(await outside.sourceOf(shown.container)).toBe(own)
  }
}
