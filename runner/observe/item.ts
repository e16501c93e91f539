import type { Part } from './snapshot.ts'

/** The kinds of things that a snapshot has, in the order in which differences are listed. */
export const subjects = [
  'link',
  'address',
  'neighbour',
  'route',
  'rule',
  'bridge-vlan',
  'forwarding',
  'firewall',
  'qdisc',
  'class',
  'filter',
  'sysctl',
  'namespace',
  'file',
] as const

export type Subject = (typeof subjects)[number]

/** One thing in a snapshot, in words. */
export interface Item {
  readonly part: Part
  readonly what: Subject
  /** What it is called in a sentence: `link`, `iptables rule`. */
  readonly noun: string
  /** What tells it from the others of that noun. */
  readonly name: string
  /** What a reader wants to know besides when it appears or vanishes; may be empty. */
  readonly detail: string
  /** What may change about it. A fact without a name is the value of the thing itself. */
  readonly facts: Readonly<Record<string, string>>
  /** The interface that it is, or that it belongs to so closely that it comes and goes with it. */
  readonly link: string | null
}
