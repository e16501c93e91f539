import type { Container } from '../../runner/sandbox/container.ts'
import { isJsonObject, type Json } from '../../spec/json.ts'
import type { Attachment, CheckContext } from './context.ts'
import { readResult } from './result.ts'

/** The interface of the host whose other end a machine can be put at. */
const cable = { near: 'up0', far: 'up1' }

/**
 * Puts a machine at the other end of the interface that containers are on, with the addresses of their gateways.
 *
 * @param vlan hears and sends only what has the tag of this VLAN
 */
export async function addRouter({ sandbox }: CheckContext, { result }: Attachment, vlan?: number): Promise<Container> {
  const router = await sandbox.addContainer('router')
  await sandbox.run(['ip', 'link', 'set', cable.far, 'netns', router.name])
  await router.run(['ip', 'link', 'set', cable.far, 'up'])
  if (vlan !== undefined)
    await router.run(`ip link add link ${cable.far} name tagged up type vlan id ${vlan}`.split(' '))
  const device = vlan === undefined ? cable.far : 'tagged'
  for (const { address, gateway } of readResult(result).ips) {
    if (gateway === undefined) continue
    const own = `${gateway}/${address.replace(/.*\//, '')}`
    await router.run(['ip', 'address', 'add', own, 'dev', device, ...(own.includes(':') ? ['nodad'] : [])])
  }
  return router
}

/** The hardware address of that interface. */
export async function masterMac({ sandbox }: CheckContext): Promise<string> {
  const { stdout } = await sandbox.execute('ip', ['-j', 'link', 'show', 'dev', cable.near])
  const links: Json = JSON.parse(stdout)
  const [link] = Array.isArray(links) ? links : []
  return isJsonObject(link) && typeof link.address === 'string' ? link.address : ''
}
