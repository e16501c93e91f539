import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import { demandAccepted } from './acceptance.ts'
import type { Attachment, CheckContext } from './context.ts'
import { setUpDelegation } from './delegation.ts'
import { NotApplicable } from './interruptions.ts'

/**
 * ADD, after which CHECK finds nothing wrong, else the check is blocked. The IPAM plugin is the fake one, which always agrees:
 * so what CHECK finds later is found by the plugin under test itself.
 */
export async function attachSound(context: CheckContext, containerId?: string): Promise<Attachment> {
  const options = context.target.delegatesIpam ? (await setUpDelegation(context)).options : {}
  const attachment = await context.attach(containerId === undefined ? options : { ...options, containerId })
  demandAccepted(await context.plugin.check(attachment.call), 'CHECK right after ADD')
  return attachment
}

/** Where the interface of the container stands in the result of its ADD; without a place there, nothing can be asked of it. */
export function ownIndex({ result, ifname }: Attachment): number {
  const index = objects(result.interfaces).findIndex(({ name, sandbox }) => name === ifname && Boolean(sandbox))
  if (index < 0) throw new NotApplicable(`its result does not list ${ifname}`)
  return index
}

/** The objects of a list in a result, for making another result of it. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
