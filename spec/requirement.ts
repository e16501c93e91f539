import type { SectionId } from './sections.ts'
import type { StandId } from './stands.ts'
import { atLeast, type SpecVersion } from './versions.ts'

/** RFC 2119 keywords, strongest first. "Required" and "shall" are `must`, "recommended" is `should`, "optional" is `may`. */
export const levels = ['must', 'should', 'may'] as const

export type Level = (typeof levels)[number]

/**
 * What a plugin is for: `interface` creates an interface in the container, `chained` adjusts one that exists and so needs a
 * `prevResult`, `ipam` hands out addresses for another plugin (sections 2 and 4).
 */
export const pluginKinds = ['interface', 'chained', 'ipam'] as const

export type PluginKind = (typeof pluginKinds)[number]

/** Whom a statement obliges: plugins, the runtimes that call them, or those who write network configurations. */
export type Addressee = 'plugin' | 'runtime' | 'configuration'

/** An uninterrupted run of versions for which a requirement holds at one level. Without `to` it still holds. */
export interface Validity {
  readonly level: Level
  readonly from: SpecVersion
  readonly to?: SpecVersion
}

/** What a target has to offer before a requirement can be tested on it at all. */
export type Need =
  /** A network configuration to drive it with. */
  | 'configuration'
  /** It delegates to the plugin that `ipam.type` names. */
  | 'delegate'
  /** It makes an interface, rather than take one that is there, as loopback does (stand A-07). */
  | 'created-interface'
  /** A configuration is known with which it soon runs out of what it hands out, such as addresses. */
  | 'exhaustible'
  /** A configuration is known that it has to find invalid. */
  | 'invalid-configuration'
  /** A configuration is known with which it changes nothing that a result tells of. */
  | 'invisible-configuration'
  /** It is known of some damage that it has to notice it. Each check does what it is named after, where there is such damage. */
  | 'noticed-damage'
  /** It has a daemon, and it is known how that is ended. */
  | 'daemon'
  /** It gets addresses from a server of the network, and it is known how that is ended. */
  | 'address-server'

/** One normative statement of the specification. */
export interface Requirement {
  /** Group and number, such as `DEL-005`. Never reused, never given another meaning. */
  readonly id: string
  readonly section: SectionId
  /** The statement in our own words. */
  readonly statement: string
  /** Oldest first. */
  readonly holds: readonly Validity[]
  readonly binds: Addressee
  /** The kinds of plugins that it binds; none where it does not bind plugins. */
  readonly kinds: readonly PluginKind[]
  readonly needs: readonly Need[]
  /**
   * The checks that together test the statement, each named by a slug; empty when one check does it, which then has no
   * name of its own.
   */
  readonly checks: readonly string[]
  /** One more check tests it with requests that are made at random: `generated`. It runs only when that is asked for. */
  readonly generated: boolean
  /** Which of a target's configurations it is tested with: one stands for all, unless the outcome depends on it. */
  readonly configurations: 'first' | 'every'
  /** `once` where the outcome does not depend on the version of the request: the newest one stands for all. */
  readonly versions: 'every' | 'once'
  /** Our recorded reading where the text is ambiguous: an id of `stands`. */
  readonly stand?: StandId
  /** The text can be read otherwise, so a violation is a warning unless the run is strict. */
  readonly contested: boolean
  /** Why no check tests it; absent where one does. */
  readonly untested?: string
}

/** The level of a requirement in one version; undefined where that version does not know it. */
export function levelIn({ holds }: Requirement, version: SpecVersion): Level | undefined {
  return holds.find(({ from, to }) => atLeast(version, from) && (to === undefined || atLeast(to, version)))?.level
}

type Optional = 'binds' | 'kinds' | 'needs' | 'checks' | 'generated' | 'configurations' | 'versions' | 'contested'
type Row = Omit<Requirement, Optional> & Partial<Pick<Requirement, Optional>>

const defaults = {
  binds: 'plugin',
  kinds: pluginKinds,
  needs: ['configuration'],
  checks: [],
  generated: false,
  configurations: 'first',
  versions: 'every',
  contested: false,
} as const

/** Why a statement has no check, where the reason is one that several share. */
export const untested = {
  permission: 'It permits something, and a permission cannot be broken.',
  runtime: 'It binds runtimes, and this suite runs plugins.',
  configuration: 'It binds network configurations, which `cni-conformance validate` judges.',
} as const

/** Fills in what most requirements have in common, keeping the literal types of the id and of the names of the checks. */
export function requirement<const R extends Row>(row: R): Omit<typeof defaults, keyof R> & R {
  return { ...defaults, ...row }
}

/** A statement that binds runtimes. */
export function runtimeRequirement<const R extends Pick<Row, 'id' | 'section' | 'statement' | 'holds' | 'stand'>>(
  row: R,
) {
  return requirement({ ...row, binds: 'runtime', kinds: [], needs: [], untested: untested.runtime })
}

/** A statement that binds network configurations. */
export function configurationRequirement<
  const R extends Pick<Row, 'id' | 'section' | 'statement' | 'holds' | 'stand'> & { readonly untested?: string },
>(row: R) {
  const reason: string = row.untested ?? untested.configuration
  return requirement({ ...row, binds: 'configuration', kinds: [], needs: [], untested: reason })
}

/** "This must hold from version `from` on", and so on; `to` where a later version dropped or changed it. */
export function must(from: SpecVersion, to?: SpecVersion): Validity {
  return validity('must', from, to)
}

export function should(from: SpecVersion, to?: SpecVersion): Validity {
  return validity('should', from, to)
}

export function may(from: SpecVersion, to?: SpecVersion): Validity {
  return validity('may', from, to)
}

function validity(level: Level, from: SpecVersion, to?: SpecVersion): Validity {
  return to === undefined ? { level, from } : { level, from, to }
}
