import { expect } from 'vitest'
import type { Container } from '../../runner/sandbox/container.ts'
import { isJsonObject, type Json } from '../../spec/json.ts'
import { check } from '../support/check.ts'
import { expectReached } from '../support/conversation.ts'
import { demandSuccess } from '../support/interruptions.ts'
import { readResult } from '../support/result.ts'

check('BEHAVIOUR-vrf/table', 'routes what the interface sends by the table of the VRF', async ({ attach, sandbox }) => {
  const { container, result } = await attach()
  // Programs that are not bound to the VRF hear what comes by it.
  for (const name of ['tcp_l3mdev_accept', 'udp_l3mdev_accept'])
    await container.run(['sh', '-c', 'echo 1 > "/proc/sys/net/ipv4/$1"', 'sh', name])
  for (const { address, gateway = '' } of readResult(result).ips)
    await expectReached(sandbox, container, address.replace(/\/.*/, ''), { seenAs: gateway })
  const main = await container.execute('ip', ['-4', 'route', 'show', 'table', 'main'])
  expect(main.stdout.trim()).toBe('')
})

check('BEHAVIOUR-vrf/removal', 'removes the VRF with its last interface', async ({ attach, plugin }) => {
  const { container, call } = await attach()
  expect(await vrfsOf(container)).toEqual(['blue'])
  demandSuccess(await plugin.del(call), 'DEL')
  expect(await vrfsOf(container)).toEqual([])
})

async function vrfsOf(container: Container): Promise<readonly unknown[]> {
  const { stdout } = await container.execute('ip', ['-j', 'link', 'show', 'type', 'vrf'])
  const links: Json = stdout.trim() === '' ? [] : JSON.parse(stdout)
  return Array.isArray(links) ? links.filter(isJsonObject).flatMap(({ ifname }) => ifname ?? []) : []
}
