import type { ParameterName } from './parameters.ts'
import { atLeast, type SpecVersion } from './versions.ts'

/** The operations of section 2, in the order of the text. */
export const commands = ['ADD', 'DEL', 'CHECK', 'STATUS', 'VERSION', 'GC'] as const

export type Command = (typeof commands)[number]

interface Operation {
  /** The version of the specification that introduced it. */
  readonly since: SpecVersion
  /** Environment variables without which a plugin has to refuse it ("Required environment parameters"). */
  readonly required: readonly ParameterName[]
}

export const operations: Readonly<Record<Command, Operation>> = {
  ADD: {
    since: '0.1.0',
    required: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME'],
  },
  DEL: { since: '0.1.0', required: ['CNI_CONTAINERID', 'CNI_IFNAME'] },
  CHECK: {
    since: '0.4.0',
    required: ['CNI_CONTAINERID', 'CNI_NETNS', 'CNI_IFNAME'],
  },
  STATUS: { since: '1.1.0', required: [] },
  VERSION: { since: '0.2.0', required: [] },
  GC: { since: '1.1.0', required: ['CNI_PATH'] },
}

/** Whether `version` of the specification knows the operation. */
export function knowsCommand(version: SpecVersion, command: Command): boolean {
  return atLeast(version, operations[command].since)
}

export function isCommand(value: unknown): value is Command {
  return commands.some((command) => command === value)
}
