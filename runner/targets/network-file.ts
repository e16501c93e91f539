import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import { isNetworkName } from '../../spec/parameters.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../spec/versions.ts'
import { messageOf, UsageError } from '../fault.ts'

/** A network configuration as administrators write it, whether as one plugin (.conf) or as a list (.conflist). */
export interface Network {
  readonly name: string
  /** As written; undefined when the file does not say. */
  readonly cniVersion: string | undefined
  /** The versions among `cniVersion` and `cniVersions` that exist, oldest first (section 1, Version considerations). */
  readonly versions: readonly SpecVersion[]
  readonly disableCheck: boolean
  readonly disableGC: boolean
  readonly plugins: readonly PluginConfiguration[]
}

/** Reads a .conf or .conflist file. Every way in which it can be wrong is a UsageError that names the file and the key. */
export function readNetworkFile(path: string): Network {
  const complain = (problem: string): never => {
    throw new UsageError(`${path}: ${problem}`)
  }
  const document = parse(path)
  if (!isJsonObject(document)) return complain('the network configuration has to be a JSON object')
  const { name } = document
  if (typeof name !== 'string' || name === '') return complain('"name" is missing: give the network a name')
  if (!isNetworkName(name)) {
    return complain(
      `"name" is ${JSON.stringify(name)}: it has to begin with a letter or digit and go on with letters, digits, "_", "." or "-"`,
    )
  }
  return {
    name,
    cniVersion: typeof document.cniVersion === 'string' ? document.cniVersion : undefined,
    versions: versionsOf(document),
    disableCheck: isTrue(document.disableCheck),
    disableGC: isTrue(document.disableGC),
    plugins: pluginsOf(document, complain),
  }
}

/** The name that reports give a network configuration that came from a file. */
export function configurationName(path: string): string {
  return basename(path)
}

function parse(path: string): Json {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`${path}: ${messageOf(error)}`)
  }
}

function versionsOf({ cniVersion, cniVersions }: JsonObject): readonly SpecVersion[] {
  const named = new Set([cniVersion, ...(Array.isArray(cniVersions) ? cniVersions : [])].filter(isSpecVersion))
  return specVersions.filter((version) => named.has(version))
}

function pluginsOf(document: JsonObject, complain: (problem: string) => never): readonly PluginConfiguration[] {
  const { plugins } = document
  if (plugins === undefined) {
    const { cniVersion: _version, name: _name, ...plugin } = document
    return [pluginOf(plugin, '"type"', complain)]
  }
  if (!Array.isArray(plugins) || plugins.length === 0)
    return complain('"plugins" has to be a list with at least one plugin')
  return plugins.map((plugin: Json, index) => pluginOf(plugin, `"plugins[${index}].type"`, complain))
}

function pluginOf(plugin: Json, key: string, complain: (problem: string) => never): PluginConfiguration {
  const type = isJsonObject(plugin) ? plugin.type : undefined
  if (!isJsonObject(plugin) || typeof type !== 'string' || type === '')
    return complain(`${key} is missing: name the plugin`)
  if (type.includes('/'))
    return complain(`${key} is ${JSON.stringify(type)}: a type is the name of a file, without a path`)
  return { ...plugin, type }
}

/** 0.4.0 made `disableCheck` a string, later versions a boolean (stand A-49). */
function isTrue(value: Json | undefined): boolean {
  return value === true || value === 'true'
}
