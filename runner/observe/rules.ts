import type { Json, JsonObject } from '../../spec/json.ts'
import type { Family } from './addresses.ts'
import { numberIn, parseJsonOutput, textIn } from './json-output.ts'

/** A rule of policy routing. */
export interface Rule {
  readonly family: Family
  readonly priority: number
  /** Null where it does something else than look in a table. */
  readonly table: string | null
  /** What it selects and does, in the words of `ip rule`: `from 10.1.0.5 lookup 100`. */
  readonly text: string
  /** The kernel made it with the first VRF, and it stays. */
  readonly kernel: boolean
}

/** From `ip -4 -j rule show` and its IPv6 counterpart. */
export function parseRules(family: Family, output: string): readonly Rule[] {
  return parseJsonOutput(output).map((object) => ({
    family,
    priority: numberIn(object, 'priority') ?? 0,
    table: textIn(object, 'table') ?? null,
    text: [...selectors(object), ...action(object)].join(' '),
    kernel: 'l3mdev' in object && numberIn(object, 'priority') === vrfPriority,
  }))
}

const vrfPriority = 1000

/** What `selectors` and `action` put into the text in a way of their own. */
const handled: ReadonlySet<string> = new Set(
  `priority not src srclen dst dstlen fwmark fwmask uid_start uid_end sport sport_start sport_end
   dport dport_start dport_end table goto action l3mdev unresolved`.split(/\s+/),
)

function selectors(object: JsonObject): readonly string[] {
  const mask = textIn(object, 'fwmask')
  return [
    ...('not' in object ? ['not'] : []),
    `from ${prefix(object, 'src')}`,
    ...('dst' in object ? [`to ${prefix(object, 'dst')}`] : []),
    ...('fwmark' in object ? [`fwmark ${word(object['fwmark'])}${mask === undefined ? '' : `/${mask}`}`] : []),
    ...('uid_start' in object ? [`uidrange ${word(object['uid_start'])}-${word(object['uid_end'])}`] : []),
    ...ports(object, 'sport'),
    ...ports(object, 'dport'),
    ...Object.entries(object)
      .filter(([key]) => !handled.has(key))
      .map(([key, value]) => `${key} ${word(value)}`),
  ]
}

function prefix(object: JsonObject, key: 'src' | 'dst'): string {
  const length = numberIn(object, `${key}len`)
  return `${textIn(object, key) ?? 'all'}${length === undefined ? '' : `/${length}`}`
}

function ports(object: JsonObject, key: 'sport' | 'dport'): readonly string[] {
  if (key in object) return [`${key} ${word(object[key])}`]
  if (!(`${key}_start` in object)) return []
  return [`${key} ${word(object[`${key}_start`])}-${word(object[`${key}_end`])}`]
}

function action(object: JsonObject): readonly string[] {
  if ('table' in object) return [`lookup ${word(object['table'])}`]
  if ('l3mdev' in object) return ['lookup [l3mdev-table]']
  if ('goto' in object) return [`goto ${word(object['goto'])}`]
  return 'action' in object ? [word(object['action'])] : []
}

function word(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
