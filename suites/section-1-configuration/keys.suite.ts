import { expect } from 'vitest'
import { readSchema } from '../../runner/schemas.ts'
import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import { isPluginType } from '../../spec/plugin-types.ts'
import type { PluginConfiguration, Target } from '../../spec/target.ts'
import { check } from '../support/check.ts'
import type { CheckContext } from '../support/context.ts'
import { NotApplicable } from '../support/interruptions.ts'
import { observe, routesTo } from '../support/observe.ts'
import { readResult } from '../support/result.ts'
import { addOutside } from '../support/traffic.ts'

check('KEYS-001/masquerade', 'hides the container behind the host when ipMasq is true', async (context) => {
  const config = demandMasquerade(context)
  const { outside, source } = await sendOutside(context, config)
  expect(source, 'the source of a connection from the container').toBe(outside.host)
})

check('KEYS-001/no-masquerade', 'shows the address of the container when ipMasq is false', async (context) => {
  const config = demandMasquerade(context)
  const { source, addresses } = await sendOutside(context, { ...config, ipMasq: false })
  expect(addresses, 'the source of a connection from the container').toContain(source)
})

check('KEYS-001/dns', 'returns the dns of its configuration', async (context) => {
  const dns = { nameservers: ['192.0.2.53'], domain: 'configured.example', search: ['configured.example'] }
  const { result } = await context.attach({ config: { ...configurationOf(context), dns } })
  const returned = isJsonObject(result.dns) ? result.dns : {}
  if (Object.keys(returned).length === 0 && !documents(context.target, 'dns'))
    throw new NotApplicable('nothing is known of it that would make use of dns')
  expect(returned).toMatchObject(dns)
})

check('KEYS-005', 'makes the networks in ipam.routes reachable through this network', async (context) => {
  const { ipam } = configurationOf(context)
  const wanted = destinations(isJsonObject(ipam) ? ipam.routes : undefined)
  if (wanted.length === 0) throw new NotApplicable('its configuration has no ipam.routes')
  const { container, ifname } = await context.attach()
  const seen = await observe(container)
  const missing = wanted.filter(
    (dst) => !routesTo(seen, dst).some(({ hops }) => hops.some(({ device }) => device === ifname)),
  )
  expect(missing.map((dst) => `no route to ${dst} through ${ifname}`)).toListNothing()
})

function configurationOf({ configuration, target }: CheckContext): PluginConfiguration {
  return configuration?.plugin ?? { type: target.name }
}

/** A plugin makes use of ipMasq if a configuration that it is judged with has it. */
function demandMasquerade(context: CheckContext): PluginConfiguration {
  const config = configurationOf(context)
  if (config.ipMasq !== true) throw new NotApplicable('its configuration does not ask for masquerading')
  return config
}

/** Whether a well-known plugin of this name documents a key. */
function documents({ profile }: Target, key: string): boolean {
  if (!isPluginType(profile)) return false
  const { properties } = readSchema(`plugins/${profile}.schema.json`)
  return isJsonObject(properties) && key in properties
}

/** Adds a container, and lets it connect to a machine beyond the host. */
async function sendOutside({ attach, sandbox }: CheckContext, config: PluginConfiguration) {
  const { container, result } = await attach({ config })
  const addresses = readResult(result).ips.map(({ address }) => address.replace(/\/.*/, ''))
  const family = addresses.every((address) => address.includes(':')) ? 6 : 4
  if (routesTo(await observe(container), family === 4 ? '0.0.0.0/0' : '::/0').length === 0)
    throw new NotApplicable('its configuration gives the container no way to the outside')
  const outside = await addOutside(sandbox, family)
  return { outside, addresses, source: await outside.sourceOf(container) }
}

function destinations(routes: Json | undefined): readonly string[] {
  const list: readonly Json[] = Array.isArray(routes) ? routes : []
  return list.filter(isRoute).map(({ dst }) => dst)
}

function isRoute(value: Json): value is JsonObject & { readonly dst: string } {
  return isJsonObject(value) && typeof value.dst === 'string'
}
