import { type Behaviour, behaviourCheckIds, behaviours } from './behaviours.ts'
import { isCommand, knowsCommand } from './commands.ts'
import { checkIds, generatedCheckIds, ordinaryCheckIds, testedRequirements } from './registry.ts'
import { type Level, levelIn, type Need, type Requirement } from './requirement.ts'
import type { Target, TargetConfiguration } from './target.ts'
import { atLeast, type SpecVersion, specVersions } from './versions.ts'

/** One check of one target with one configuration in one version: what gets a verdict. */
export interface PlannedCase {
  /** Unique, and the same in every run: `bridge@1.0.0 DEL-003/three-times (dual-stack)`. */
  readonly id: string
  readonly requirement: string
  /** The id of the check, such as `DEL-003/three-times`; that of the requirement in a case which is excused as a whole. */
  readonly check: string
  readonly target: string
  readonly specVersion: SpecVersion | null
  /** The name of one of the target's configurations. */
  readonly configuration: string | null
  readonly level: Level
  readonly contested: boolean
  readonly group: CaseGroup
  /** Set when there is nothing to run. */
  readonly excuse?: Excuse
}

/** Whether the specification asks for it, or a plugin of this type is known for it. */
export type CaseGroup = 'specification' | 'behaviour'

export interface Excuse {
  readonly verdict: 'not-applicable' | 'untestable'
  readonly reason: string
}

/** What the user asked for; an absent part selects everything. */
export interface Selection {
  readonly specVersions?: readonly SpecVersion[]
  /** Globs over the ids of requirements and checks, such as `DEL-*` and `DEL-003/three-times`. */
  readonly requirements?: readonly string[]
  /** The checks that make requests at random, instead of the ordinary ones. */
  readonly generated?: boolean
  /** Only what the specification asks for. */
  readonly specificationOnly?: boolean
}

/** Everything that a run has to give a verdict on, in the order of targets, requirements and versions. */
export function plan(targets: readonly Target[], selection: Selection = {}): readonly PlannedCase[] {
  const leavesBehavioursOut = selection.generated === true || selection.specificationOnly === true
  return targets.flatMap((target) => [
    ...testedRequirements.flatMap((requirement) => casesOf(target, requirement, selection)),
    ...(leavesBehavioursOut ? [] : behaviours.flatMap((behaviour) => behaviourCasesOf(target, behaviour, selection))),
  ])
}

/** A behaviour is looked at once, in the newest version and with the configuration that shows most. */
function behaviourCasesOf(target: Target, behaviour: Behaviour, selection: Selection): readonly PlannedCase[] {
  const version = versionsOf(target, selection).at(-1)
  if (target.behavesLike !== behaviour.type || version === undefined) return []
  const usable = target.configurations.filter((configuration) => isExpressible(configuration, version))
  const configuration = usable.find(({ name }) => name === 'dual-stack') ?? usable[0]
  if (configuration === undefined) return []
  return behaviourCheckIds(behaviour)
    .filter((check) => selection.requirements?.some((glob) => matches(glob, behaviour, check)) ?? true)
    .map((check) => ({
      id: `${target.name}@${version} ${check}`,
      requirement: behaviour.id,
      check,
      target: target.name,
      specVersion: version,
      configuration: configuration.name,
      level: 'should',
      contested: false,
      group: 'behaviour',
      ...untestable(target),
    }))
}

/** Whether the plan would be the same without this value: for naming a filter that selects nothing. */
export function selectsSomething(glob: string): boolean {
  return (
    testedRequirements.some((requirement) =>
      checkIds(requirement).some((check) => matches(glob, requirement, check)),
    ) || behaviours.some((behaviour) => behaviourCheckIds(behaviour).some((check) => matches(glob, behaviour, check)))
  )
}

function casesOf(target: Target, requirement: Requirement, selection: Selection): readonly PlannedCase[] {
  const all = selection.generated === true ? generatedCheckIds(requirement) : ordinaryCheckIds(requirement)
  const checks = all.filter((check) => isSelected(requirement, check, selection))
  if (checks.length === 0) return []
  const obstacle = whyNotApplicable(target, requirement)
  if (obstacle !== undefined) return [excused(target, requirement, obstacle)]

  const fitting = checks.filter((check) => hasDamageFor(target, requirement, check))
  if (fitting.length === 0) return [excused(target, requirement, needs['noticed-damage'].excuse)]

  const versions = versionsOf(target, selection).filter(
    (version) => levelIn(requirement, version) !== undefined && fitting.some((check) => isIn(version, check)),
  )
  const newest = versions.at(-1)
  if (newest === undefined) {
    return [
      excused(target, requirement, `no version that ${target.name} lists, and that is selected, has this requirement`),
    ]
  }
  return (requirement.versions === 'once' ? [newest] : versions).flatMap((version) =>
    configurationsOf(target, requirement, version).flatMap((configuration) =>
      fitting
        .filter((check) => isIn(version, check))
        .map((check) => planned(target, requirement, check, version, configuration)),
    ),
  )
}

/** A check that is named for an operation, such as `DELEGATE-002/gc`, makes sense only where a version knows that. */
function isIn(version: SpecVersion, check: string): boolean {
  const command = check.split('/')[1]?.toUpperCase()
  return !isCommand(command) || knowsCommand(version, command)
}

/** A target whose answer to VERSION lists nothing usable is judged by the newest text. */
function versionsOf(target: Target, selection: Selection): readonly SpecVersion[] {
  const claimed = target.versions.length > 0 ? target.versions : specVersions.slice(-1)
  return claimed.filter((version) => selection.specVersions?.includes(version) ?? true)
}

function configurationsOf(
  target: Target,
  requirement: Requirement,
  version: SpecVersion,
): readonly (TargetConfiguration | null)[] {
  const usable = target.configurations.filter((configuration) => isExpressible(configuration, version))
  if (requirement.needs.length === 0) return [usable[0] ?? null]
  return requirement.configurations === 'every' ? usable : usable.slice(0, 1)
}

/** Whether a version of the specification can carry the result that a configuration leads to. */
function isExpressible({ from, to }: TargetConfiguration, version: SpecVersion): boolean {
  return (from === undefined || atLeast(version, from)) && (to === undefined || atLeast(to, version))
}

function whyNotApplicable(target: Target, requirement: Requirement): string | undefined {
  if (target.kind !== undefined && !requirement.kinds.includes(target.kind)) {
    return `it binds ${list(requirement.kinds)} plugins, and ${target.name} is of the kind ${target.kind}`
  }
  const lacking = requirement.needs.find((need) => !needs[need].isMet(target))
  return lacking === undefined ? undefined : needs[lacking].excuse
}

interface NeedRule {
  readonly isMet: (target: Target) => boolean
  readonly excuse: string
}

const needs: Readonly<Record<Need, NeedRule>> = {
  configuration: {
    isMet: ({ configurations }) => configurations.length > 0,
    excuse: 'no network configuration is known for it: give one with --conf',
  },
  delegate: {
    isMet: ({ delegatesIpam }) => delegatesIpam,
    excuse: 'it does not delegate the management of addresses',
  },
  'created-interface': {
    isMet: ({ createsInterface }) => createsInterface,
    excuse: 'it makes no interface of its own',
  },
  exhaustible: {
    isMet: ({ exhaustible }) => exhaustible !== undefined,
    excuse: 'no configuration is known with which it runs out of what it hands out',
  },
  'invalid-configuration': {
    isMet: ({ invalidConfigurations }) => invalidConfigurations.length > 0,
    excuse: 'no configuration is known that it has to refuse',
  },
  'invisible-configuration': {
    isMet: ({ invisibleConfiguration }) => invisibleConfiguration !== undefined,
    excuse: 'no configuration is known with which it changes nothing that a result tells of',
  },
  'noticed-damage': {
    isMet: ({ noticedDamage }) => noticedDamage.length > 0,
    excuse: 'no damage of this sort is known that it has to notice',
  },
  daemon: {
    isMet: ({ services }) => services?.daemon !== undefined,
    excuse: 'it is not known to have a daemon',
  },
  'address-server': {
    isMet: ({ services }) => services?.addressServer !== undefined,
    excuse: 'it is not known to get addresses from a server',
  },
}

/** Whether there is something for this check to do, where its requirement is about damage. */
function hasDamageFor({ noticedDamage }: Target, { needs: all }: Requirement, check: string): boolean {
  return !all.includes('noticed-damage') || noticedDamage.some((damage) => damage.check === check)
}

function planned(
  target: Target,
  requirement: Requirement,
  check: string,
  specVersion: SpecVersion,
  configuration: TargetConfiguration | null,
): PlannedCase {
  const variant = requirement.configurations === 'every' && configuration !== null ? ` (${configuration.name})` : ''
  return {
    id: `${target.name}@${specVersion} ${check}${variant}`,
    requirement: requirement.id,
    check,
    target: target.name,
    specVersion,
    configuration: configuration?.name ?? null,
    level: levelIn(requirement, specVersion) ?? 'must',
    contested: requirement.contested,
    group: 'specification',
    ...(requirement.needs.length > 0 ? untestable(target) : {}),
  }
}

/** The excuse of cases of a target that lacks something on this machine. */
function untestable({ missing: [reason] }: Target): Pick<PlannedCase, 'excuse'> {
  return reason === undefined ? {} : { excuse: { verdict: 'untestable', reason } }
}

function excused(target: Target, requirement: Requirement, reason: string): PlannedCase {
  return {
    id: `${target.name} ${requirement.id}`,
    requirement: requirement.id,
    check: requirement.id,
    target: target.name,
    specVersion: null,
    configuration: null,
    level: requirement.holds.at(-1)?.level ?? 'must',
    contested: requirement.contested,
    group: 'specification',
    excuse: { verdict: 'not-applicable', reason },
  }
}

function isSelected(requirement: Requirement, check: string, { requirements: globs }: Selection): boolean {
  return globs === undefined || globs.some((glob) => matches(glob, requirement, check))
}

/** Whether a glob, in upper or lower case, means this requirement or this check of it. */
export function matches(glob: string, { id }: { readonly id: string }, check: string): boolean {
  const pattern = new RegExp(
    `^${glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  )
  return pattern.test(id) || pattern.test(check)
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
