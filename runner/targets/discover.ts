import { join } from 'node:path'
import { executableWord, type Profile } from '../../fixtures/profile.ts'
import { profiles } from '../../fixtures/profiles.ts'
import { isJsonObject } from '../../spec/json.ts'
import { isPluginType } from '../../spec/plugin-types.ts'
import type { Target, TargetConfiguration } from '../../spec/target.ts'
import type { SpecVersion } from '../../spec/versions.ts'
import { packageRoot } from '../package-root.ts'
import { Sandbox } from '../sandbox/sandbox.ts'
import { findExecutables } from './executables.ts'
import { missingFor } from './missing.ts'
import { configurationName, type Network, readNetworkFile } from './network-file.ts'
import { probeVersions } from './probe.ts'

/** The directory of the included reference plugins, which also stand in for delegates that the directory under test lacks. */
export const referencePlugins = join(packageRoot, 'fixtures/plugins/bin')

export interface DiscoveryOptions {
  /** A directory of plugins, or one plugin. */
  readonly path: string
  readonly only?: readonly string[]
  /** Network configuration files to drive the plugins with, instead of the built-in profiles of the types they name. */
  readonly networkFiles: readonly string[]
  readonly timeoutMs: number
}

export interface Discovery {
  readonly targets: readonly Target[]
  /** Directories for CNI_PATH. */
  readonly cniPath: readonly string[]
  readonly warnings: readonly string[]
}

/** Finds the plugins, asks each for its versions, and joins them by name with what is known about their type. */
export async function discover({ path, only, networkFiles, timeoutMs }: DiscoveryOptions): Promise<Discovery> {
  const { directory, names, warnings } = findExecutables(path, only)
  const given = networkFiles.flatMap((file) => configurationsOf(configurationName(file), readNetworkFile(file)))
  const cniPath = directory === referencePlugins ? [directory] : [directory, referencePlugins]
  const sandbox = await Sandbox.create([directory, packageRoot])
  try {
    const missing = await missingFor(
      sandbox,
      names.flatMap((name) => profiles.get(name) ?? []),
    )
    const targets: Target[] = []
    for (const name of names) {
      const executable = join(directory, name)
      const versions = await probeVersions(sandbox, executable, timeoutMs)
      targets.push(describeTarget({ name, executable, versions, profile: profiles.get(name), given, missing }))
    }
    return { targets, cniPath, warnings: [...warnings, ...unusedTypes(given, names)] }
  } finally {
    await sandbox.destroy()
  }
}

export interface GivenConfiguration {
  readonly type: string
  readonly kind: NonNullable<Target['kind']>
  readonly configuration: TargetConfiguration
}

/** What is needed to know a target. */
export interface TargetDescription {
  readonly name: string
  readonly executable: string
  readonly versions: readonly SpecVersion[]
  readonly profile: Profile | undefined
  readonly given: readonly GivenConfiguration[]
  /** Why the kernel cannot make links, by kind of link, and why a program cannot be used, by its name. */
  readonly missing: ReadonlyMap<string, string>
}

/** Joins an executable with what a profile, or the network configurations that were given, say about its type. */
export function describeTarget({ name, executable, versions, profile, given, missing }: TargetDescription): Target {
  const own = given.filter(({ type }) => type === name)
  const [first] = own
  const configurations =
    first === undefined ? (profile?.configurations ?? []) : own.map(({ configuration }) => configuration)
  const kind = first?.kind ?? profile?.kind
  const filledIn = (argv: readonly string[]) => argv.map((word) => (word === executableWord ? executable : word))
  return {
    name,
    path: executable,
    kind,
    versions,
    ...(profile === undefined ? {} : { profile: profile.type }),
    ...(first === undefined && isPluginType(profile?.type) ? { behavesLike: profile.type } : {}),
    configurations,
    invalidConfigurations: profile?.invalidConfigurations ?? [],
    ...(profile?.exhaustible === undefined ? {} : { exhaustible: profile.exhaustible }),
    ...(profile?.invisibleConfiguration === undefined
      ? {}
      : { invisibleConfiguration: profile.invisibleConfiguration }),
    // It is done to what the configurations of the profile lead to.
    noticedDamage:
      first === undefined
        ? (profile?.noticedDamage ?? []).map((damage) => ({ ...damage, argv: filledIn(damage.argv) }))
        : [],
    ifname: profile?.ifname ?? 'eth0',
    createsInterface: profile?.createsInterface ?? kind === 'interface',
    delegatesIpam: kind !== 'ipam' && configurations.some(({ plugin }) => hasIpam(plugin.ipam)),
    ...(profile?.delegatesAll === undefined ? {} : { delegatesAll: profile.delegatesAll }),
    hostSetup: (profile?.hostSetup ?? []).map(filledIn),
    attachmentSetup: profile?.attachmentSetup ?? [],
    ...(profile?.services === undefined ? {} : { services: profile.services }),
    sharedLinks: sharedLinks(profile, configurations),
    missing: [...(profile?.linkKinds ?? []), ...(profile?.programs ?? [])].flatMap((each) => missing.get(each) ?? []),
  }
}

/** What a network configuration says about the kind of each plugin that it names. */
function configurationsOf(name: string, { name: network, plugins }: Network): readonly GivenConfiguration[] {
  return plugins.flatMap((plugin, index) => {
    const before = plugins.slice(0, index)
    const ipam = isJsonObject(plugin.ipam) ? plugin.ipam.type : undefined
    return [
      {
        type: plugin.type,
        kind: index === 0 ? ('interface' as const) : ('chained' as const),
        configuration: { name, network, plugin, before },
      },
      ...(typeof ipam === 'string'
        ? [{ type: ipam, kind: 'ipam' as const, configuration: { name, network, plugin, before: [] } }]
        : []),
    ]
  })
}

function hasIpam(ipam: unknown): boolean {
  return isJsonObject(ipam) && typeof ipam.type === 'string'
}

/** A bridge that a configuration names is shared by the containers of its network. */
function sharedLinks(profile: Profile | undefined, configurations: readonly TargetConfiguration[]): readonly string[] {
  const named = configurations.flatMap(({ plugin, before }) =>
    [plugin, ...before].flatMap(({ bridge }) => (typeof bridge === 'string' ? [bridge] : [])),
  )
  return [...new Set([...(profile?.sharedLinks ?? []), ...named])]
}

function unusedTypes(given: readonly GivenConfiguration[], names: readonly string[]): readonly string[] {
  const unused = new Set(given.map(({ type }) => type).filter((type) => !names.includes(type)))
  return [...unused].map((type) => `the network configuration names ${type}, which is not among the plugins under test`)
}
