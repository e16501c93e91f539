import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import { segment } from '../../../spec/json-pointer.ts'
import { delegatesAddresses, isPluginType, type PluginType, placeOfKeys } from '../../../spec/plugin-types.ts'

/** A plugin configuration object of a document. */
export interface PluginObject {
  /** JSON pointer to the object. */
  readonly pointer: string
  readonly object: JsonObject
}

/** The part of a document that belongs to a well-known plugin. */
export interface PluginKeys extends PluginObject {
  readonly type: PluginType
}

/** The plugin configuration objects of a list, or the one that a single configuration or a request is. */
export function pluginObjects(document: JsonObject): readonly PluginObject[] {
  const { plugins } = document
  if (plugins === undefined) return [{ pointer: '', object: document }]
  if (!Array.isArray(plugins)) return []
  return plugins.flatMap((object: Json, index) =>
    isJsonObject(object) ? [{ pointer: `/plugins${segment(index)}`, object }] : [],
  )
}

/** The keys of well-known plugins in a plugin configuration object: its own, and those of the IPAM plugin in `ipam`. */
export function wellKnownKeys({ pointer, object }: PluginObject): readonly PluginKeys[] {
  const { type, ipam } = object
  if (!isPluginType(type) || placeOfKeys(type) !== 'plugin') return []
  const own = [{ type, pointer, object }]
  if (!delegatesAddresses(type) || !isJsonObject(ipam) || !isPluginType(ipam.type) || placeOfKeys(ipam.type) !== 'ipam')
    return own
  return [...own, { type: ipam.type, pointer: `${pointer}/ipam`, object: ipam }]
}
