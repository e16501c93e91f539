import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { NotApplicable } from '../../support/interruptions.ts'
import { attachSound, objects, ownIndex } from '../../support/sound-attachment.ts'

check('CHECK-001/address', 'fails CHECK when the interface lacks an address of prevResult', async (context) => {
  const attachment = await attachSound(context)
  const { result, call } = attachment
  const own = ownIndex(attachment)
  const ips = objects(result.ips)
  const replaced = ips.findIndex(({ interface: index }) => index === own)
  if (replaced < 0) throw new NotApplicable('its result lists no address of the interface')
  // Of a range that is for documentation, so that nobody has it.
  const others = ips.map((ip, index) => (index === replaced ? { ...ip, ...otherAddress(ip.address) } : ip))
  expect(await context.plugin.check({ ...call, prevResult: { ...result, ips: others } })).toBeRefused()
})

check('CHECK-001/interface', 'fails CHECK when the container lacks an interface of prevResult', async (context) => {
  const attachment = await attachSound(context)
  const { result, call } = attachment
  const own = ownIndex(attachment)
  const interfaces = objects(result.interfaces).map((each, index) =>
    index === own ? { ...each, name: 'other0' } : each,
  )
  expect(await context.plugin.check({ ...call, prevResult: { ...result, interfaces } })).toBeRefused()
})

function otherAddress(address: unknown): { readonly address: string } {
  return { address: String(address).includes(':') ? '2001:db8::7/64' : '192.0.2.7/24' }
}
