import { builtInChains, type FirewallEntry, iptablesTables } from './firewall.ts'
import type { IptablesChain } from './iptables.ts'

export interface NftTable {
  /** With its family: `ip nat`. */
  readonly name: string
  readonly properties: readonly string[]
  readonly objects: readonly NftObject[]
}

/** A chain, a set, or another named thing of a table. */
export interface NftObject {
  /** `chain`, `set`, `map`, `flowtable`, `ct helper`, … */
  readonly object: string
  readonly name: string
  readonly properties: readonly string[]
  /** The rules of a chain or the elements of a set. */
  readonly content: readonly string[]
}

/** Takes the output of `nft -s list ruleset` apart, whose structure is in its indentation. */
export function parseNftables(output: string): readonly NftTable[] {
  return output
    .split(/^table /m)
    .slice(1)
    .map((text) => {
      const [heading = '', ...lines] = text.replace(/\n\t{3,} *(?=\S)/g, ' ').split('\n')
      const properties = lines.filter((line) => /^\t[^\t}].*[^{]$/.test(line)).map((line) => line.trim())
      return { name: heading.replace(/ \{.*$/, ''), properties, objects: parseObjects(lines) }
    })
}

function parseObjects(lines: readonly string[]): readonly NftObject[] {
  return lines.flatMap((line, start) => {
    const [, object, name] = /^\t(\S.*) (\S+) \{$/.exec(line) ?? []
    if (object === undefined || name === undefined) return []
    const end = lines.indexOf('\t}', start)
    return [
      parseObject(
        object,
        name,
        lines.slice(start + 1, end).map((inner) => inner.trim()),
      ),
    ]
  })
}

function parseObject(object: string, name: string, lines: readonly string[]): NftObject {
  const isProperty = object === 'chain' ? isChainProperty : isSetProperty
  const content = lines.filter((line) => !isProperty(line))
  return {
    object,
    name,
    properties: lines.filter(isProperty),
    content: object === 'chain' ? content : content.flatMap(splitElements),
  }
}

function isChainProperty(line: string): boolean {
  return /^type \S+ hook |^comment "/.test(line)
}

function isSetProperty(line: string): boolean {
  return !line.startsWith('elements = {')
}

/** `elements = { 10.0.0.1, 80 : accept comment "a, b" }`, where a comma may be inside quotes. */
function splitElements(line: string): readonly string[] {
  const inside = line.replace(/^elements = \{ ?/, '').replace(/ ?\}$/, '')
  return (inside.match(/(?:"[^"]*"|[^",])+/g) ?? []).map((element) => element.trim().replace(/ expires \S+/, ''))
}

/**
 * Everything that iptables does not show already.
 *
 * @param shown the chains that iptables-save shows, by family: `ip`, `ip6`
 */
export function nftablesEntries(
  tables: readonly NftTable[],
  shown: Readonly<Record<string, readonly IptablesChain[]>>,
): readonly FirewallEntry[] {
  return tables.flatMap((table) => {
    const [family = '', name = ''] = table.name.split(' ')
    const known = iptablesTables.includes(name) && ['ip', 'ip6', 'arp', 'bridge'].includes(family)
    const chains = (shown[family] ?? []).filter((chain) => chain.inNftables && chain.table === name)
    return [
      ...(known ? [] : [entry(table.name, 'table', '', table.name, table.properties)]),
      ...table.objects
        .filter((object) => !known || !(isUntouched(object) || isShown(object, chains)))
        .flatMap((object) => objectEntries(table.name, object)),
    ]
  })
}

/** iptables shows a chain of nft as one of its own if it understands the rules; otherwise it leaves rules out. */
function isShown({ object, name, content }: NftObject, chains: readonly IptablesChain[]): boolean {
  return object === 'chain' && chains.some((chain) => chain.name === name && chain.rules.length === content.length)
}

function isUntouched({ object, name, properties, content }: NftObject): boolean {
  const accepts = properties.every((property) => property.endsWith('policy accept;'))
  return object === 'chain' && builtInChains.includes(name) && accepts && content.length === 0
}

function objectEntries(table: string, { object, name, properties, content }: NftObject): readonly FirewallEntry[] {
  const part = object === 'chain' ? 'rule' : 'element'
  return [entry(table, object, '', name, properties), ...content.map((text) => entry(table, part, name, text, []))]
}

function entry(
  table: string,
  object: string,
  container: string,
  text: string,
  properties: readonly string[],
): FirewallEntry {
  return { view: 'nftables', object, table, container, text, properties: properties.join(' ') }
}
