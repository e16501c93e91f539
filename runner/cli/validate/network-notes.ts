import { isJsonObject, type JsonObject } from '../../../spec/json.ts'
import { segment } from '../../../spec/json-pointer.ts'
import { atLeast, type SpecVersion } from '../../../spec/versions.ts'
import { readSchema } from '../../schemas.ts'
import { nearest } from '../nearest.ts'
import { type PluginKeys, type PluginObject, pluginObjects, wellKnownKeys } from './plugin-objects.ts'

/** Something that is allowed, but hardly what the author wants. */
export interface Note {
  /** JSON pointer to the value of the key that it is about. */
  readonly pointer: string
  readonly message: string
  readonly rule: 'reserved-key' | 'unknown-key'
}

/** Notes on keys that a runtime makes, so that a configuration should not have them (section 1, reserved keys). */
export function reservedKeys(document: JsonObject, version: SpecVersion): readonly Note[] {
  return pluginObjects(document).flatMap(({ pointer, object }) =>
    Object.keys(object)
      .filter((name) => isReserved(name, version))
      .map((name) => ({
        pointer: pointer + segment(name),
        message: `${JSON.stringify(name)} is a key that the runtime makes, so a configuration should not have it`,
        rule: 'reserved-key',
      })),
  )
}

/** Before 1.0.0 an administrator could write `args`. */
function isReserved(name: string, version: SpecVersion): boolean {
  if (name === 'args' || name.startsWith('cni.dev/')) return atLeast(version, '1.0.0')
  return name === 'runtimeConfig' || name === 'prevResult'
}

/** Notes on keys that nobody knows but that are nearly those that somebody does. */
export function misspeltKeys(document: JsonObject, known: readonly string[]): readonly Note[] {
  const objects = pluginObjects(document)
  const inList = document.plugins === undefined ? [] : misspeltIn({ pointer: '', object: document }, known)
  return [...inList, ...objects.flatMap(misspeltInPlugin)]
}

function misspeltInPlugin(plugin: PluginObject): readonly Note[] {
  return wellKnownKeys(plugin).flatMap((keys) => misspeltIn(keys, knownKeys(keys)))
}

/** What the specification itself gives a meaning to in a plugin configuration object. */
const keysOfProtocol = [
  'cniVersion',
  'name',
  'type',
  'capabilities',
  'runtimeConfig',
  'args',
  'prevResult',
  'ipMasq',
  'ipam',
  'dns',
]

function knownKeys({ type, pointer }: PluginKeys): readonly string[] {
  const own = propertiesOf(`plugins/${type}.schema.json`)
  return pointer.endsWith('/ipam') ? own : [...own, ...keysOfProtocol]
}

/** The keys that a schema knows at the top of a document. */
export function propertiesOf(schema: string): readonly string[] {
  const { properties } = readSchema(schema)
  return isJsonObject(properties) ? Object.keys(properties) : []
}

function misspeltIn({ pointer, object }: PluginObject, known: readonly string[]): readonly Note[] {
  return Object.keys(object)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      // Plugins may have keys that nobody else knows, so a short name is taken for a slip only if its case is wrong.
      const meant = nearest(name, known, Math.floor(name.length / 4))
      if (meant === undefined || Object.hasOwn(object, meant)) return []
      const message = `nobody knows the key ${JSON.stringify(name)}: did you mean ${JSON.stringify(meant)}?`
      return [{ pointer: pointer + segment(name), message, rule: 'unknown-key' }]
    })
}
