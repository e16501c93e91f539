import { type Item, type Subject, subjects } from './item.ts'
import type { Snapshot } from './snapshot.ts'
import { describe } from './words.ts'

/** Something that is not the same in two snapshots. */
export interface Difference {
  readonly kind: 'appeared' | 'vanished' | 'changed'
  readonly what: Subject
  /** Without what it is: `veth1a2b3c4d`, `10.1.0.1/24 on cni0`. */
  readonly name: string
  /** A sentence without a full stop: `address 10.1.0.1/24 on cni0 vanished`. */
  readonly text: string
}

export interface DiffOptions {
  /**
   * Interfaces that all containers of a network share by design. They, their addresses, the routes that follow from these and
   * their sysctls are left out. Ports of a shared bridge and routes through it are not.
   */
  readonly sharedLinks?: readonly string[]
}

/**
 * What changed between two snapshots of one network namespace, always in the same order. What the kernel does by itself and what
 * one of them does not know is no difference, nor are indexes of interfaces, and the order of firewall rules.
 */
export function diff(before: Snapshot, after: Snapshot, { sharedLinks = [] }: DiffOptions = {}): readonly Difference[] {
  const comparable = new Set(before.observed.filter((part) => after.observed.includes(part)))
  const relevant = (snapshot: Snapshot) =>
    describe(snapshot).filter(
      ({ part, link }) => comparable.has(part) && (link === null || !sharedLinks.includes(link)),
    )
  const earlier = groupByIdentity(relevant(before))
  const later = groupByIdentity(relevant(after))
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .flatMap((key) => compare(earlier.get(key) ?? [], later.get(key) ?? []))
    .sort(byPlace)
}

/** Equal things may be there several times, such as two identical rules. */
function groupByIdentity(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = JSON.stringify([item.part, item.noun, item.name])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Compares the things of one identity: what is on both sides cancels out, the rest is paired in order. */
function compare(before: readonly Item[], after: readonly Item[]): readonly Difference[] {
  const gone = without(before, after)
  const come = without(after, before)
  const changed = Math.min(gone.length, come.length)
  const differences = [
    ...gone.slice(0, changed).map((item, index) => change(item, come[index] ?? item)),
    ...gone.slice(changed).map((item) => difference('vanished', item)),
    ...come.slice(changed).map((item) => difference('appeared', item)),
  ]
  // Sysctls come with interfaces and modules: only a change is somebody's doing.
  return differences.filter(({ kind, what }) => kind === 'changed' || what !== 'sysctl')
}

/** The items that are left when each of `others` took away one with the same facts. */
function without(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const rest = [...items]
  for (const other of others) {
    const index = rest.findIndex((item) => changedFacts(item, other).length === 0)
    if (index >= 0) rest.splice(index, 1)
  }
  return rest
}

function changedFacts({ facts }: Item, { facts: others }: Item): readonly string[] {
  return [...new Set([...Object.keys(facts), ...Object.keys(others)])].filter((fact) => facts[fact] !== others[fact])
}

function change(before: Item, after: Item): Difference {
  const facts = changedFacts(before, after).map((fact) =>
    `${fact} ${before.facts[fact] ?? 'none'} became ${after.facts[fact] ?? 'none'}`.trim(),
  )
  const { what, noun, name } = after
  return { kind: 'changed', what, name, text: `${noun} ${name} changed: ${facts.join(', ')}` }
}

function difference(kind: 'appeared' | 'vanished', { what, noun, name, detail }: Item): Difference {
  return { kind, what, name, text: `${noun} ${name}${detail === '' ? '' : ` (${detail})`} ${kind}` }
}

function byPlace(one: Difference, other: Difference): number {
  return subjects.indexOf(one.what) - subjects.indexOf(other.what) || compareText(one.text, other.text)
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
