import { expect } from 'vitest'
import { canonicalCidr, networkOf, sameAddress } from '../../runner/observe/addresses.ts'
import type { Snapshot } from '../../runner/observe/snapshot.ts'
import { resultGeneration } from '../../spec/versions.ts'
import { check } from '../support/check.ts'
import type { Attachment, CheckContext } from '../support/context.ts'
import { addressesOf, findLink, gatewaysOf, observe, observeHost, routesTo } from '../support/observe.ts'
import { type ReadResult, type ResultInterface, readResult } from '../support/result.ts'

check('RESULT-003', 'lists the interface of the container', async ({ attach }) => {
  const { result, ifname } = await attach()
  const inContainer = readResult(result).interfaces.filter(({ sandbox }) => sandbox !== undefined)
  expect(inContainer.map(({ name }) => name)).toContain(ifname)
})

check('RESULT-004', 'lists only interfaces that are where it says', async (context) => {
  const { result, linkOf } = await attachAndLook(context)
  expect(result.interfaces.filter((each) => linkOf(each) === undefined)).toEqual([])
})

check('RESULT-005', 'gives the hardware addresses that the interfaces have', async (context) => {
  const { result, linkOf } = await attachAndLook(context)
  const given = result.interfaces.filter((each) => each.mac !== undefined && linkOf(each) !== undefined)
  expect(given.map(({ name, mac }) => `${name} ${mac?.toLowerCase()}`)).toEqual(
    given.map((each) => `${each.name} ${linkOf(each)?.mac}`),
  )
})

check('RESULT-006', 'gives the MTUs that the interfaces have', async (context) => {
  const { result, linkOf } = await attachAndLook(context)
  const given = result.interfaces.filter((each) => each.mtu !== undefined && linkOf(each) !== undefined)
  expect(given.map(({ name, mtu }) => `${name} ${mtu}`)).toEqual(
    given.map((each) => `${each.name} ${linkOf(each)?.mtu}`),
  )
})

check('RESULT-007', 'gives CNI_NETNS as the sandbox', async ({ attach }) => {
  const { result, ifname, container } = await attach()
  const own = readResult(result).interfaces.filter(({ name, sandbox }) => name === ifname && sandbox !== undefined)
  expect(own.map(({ sandbox }) => sandbox)).toEqual(own.map(() => container.netns))
})

check('RESULT-008', 'lists only addresses that are configured', async (context) => {
  const { result, attachment, addressesAt } = await attachAndLook(context)
  const own: ResultInterface = { name: attachment.ifname, sandbox: attachment.container.netns }
  const hasIndexes = resultGeneration(context.specVersion) !== 'ip4-ip6'
  for (const { address, interface: index } of result.ips) {
    // Without an index, an address may be one outside of the container; before there were indexes, it is in it.
    const place = index === undefined ? (hasIndexes ? undefined : own) : result.interfaces[index]
    if (place === undefined) continue
    expect(addressesAt(place), `addresses of ${place.name}`).toContain(canonicalCidr(address) ?? address)
  }
})

check('RESULT-009', 'says for each address in the container which interface has it', async (context) => {
  const { result, container } = await attachAndLook(context)
  const configured = new Set(container.addresses.map(({ cidr }) => cidr))
  for (const { address, interface: index } of result.ips) {
    if (!configured.has(canonicalCidr(address) ?? address)) continue
    expect(index, `index of ${address}`).toBeDefined()
  }
  for (const { address, interface: index } of result.ips) {
    if (index !== undefined) expect(result.interfaces[index], `interface ${index} of ${address}`).toBeDefined()
  }
})

check('RESULT-010', 'lists every address that the interface in the container has', async (context) => {
  const { result, attachment, container } = await attachAndLook(context)
  const given = container.addresses
    .filter(({ device, scope, kernel }) => device === attachment.ifname && scope === 'global' && !kernel)
    .map(({ cidr }) => cidr)
  expect(result.ips.map(({ address }) => canonicalCidr(address))).toEqual(expect.arrayContaining(given))
})

check('RESULT-011', 'lists only routes that exist', async (context) => {
  const { result, container } = await attachAndLook(context)
  const gateways = result.ips.flatMap(({ gateway }) => gateway ?? [])
  for (const { dst, gw } of result.routes) {
    const found = routesTo(container, networkOf(dst) ?? dst).flatMap(gatewaysOf)
    expect(found, `routes to ${dst}`).not.toEqual([])
    const allowed = gw === undefined ? [...gateways, null] : [gw]
    const fitting = found.filter((gateway) => allowed.some((one) => sameGateway(one, gateway)))
    expect(fitting, `gateways of ${dst}: ${found.join(', ')}, expected ${allowed.join(' or ')}`).not.toEqual([])
  }
})

interface Look {
  readonly attachment: Attachment
  readonly result: ReadResult
  readonly container: Snapshot
  readonly linkOf: (each: ResultInterface) => ReturnType<typeof findLink>
  readonly addressesAt: (each: ResultInterface) => readonly string[]
}

async function attachAndLook({ attach, sandbox }: CheckContext): Promise<Look> {
  const attachment = await attach()
  const [container, host] = await Promise.all([observe(attachment.container), observeHost(sandbox)])
  // Another sandbox than CNI_NETNS is RESULT-007's affair.
  const sideOf = (each: ResultInterface) => (each.sandbox === undefined ? host : container)
  return {
    attachment,
    result: readResult(attachment.result),
    container,
    linkOf: (each) => findLink(sideOf(each), each.name),
    addressesAt: (each) => addressesOf(sideOf(each), each.name).map(({ cidr }) => cidr),
  }
}

function sameGateway(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : sameAddress(one, other)
}
