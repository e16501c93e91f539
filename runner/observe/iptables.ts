import { builtInChains, type FirewallEntry, type FirewallView } from './firewall.ts'

export interface IptablesChain {
  readonly table: string
  readonly name: string
  /** `-` for a chain that somebody made. */
  readonly policy: string
  readonly rules: readonly string[]
  /** It is kept in nftables, where `nft list ruleset` shows it too. */
  readonly inNftables: boolean
}

/** Takes the output of iptables-save apart. */
export function parseIptables(output: string): readonly IptablesChain[] {
  const inNftables = output.includes('(nf_tables)')
  return output
    .split(/^\*/m)
    .slice(1)
    .flatMap((text) => {
      const [table = '', ...lines] = text.split('\n')
      return lines.flatMap((line) => {
        const [, name, policy] = /^:(\S+) (\S+)/.exec(line) ?? []
        if (name === undefined || policy === undefined) return []
        return [{ table, name, policy, rules: lines.filter((rule) => rule.startsWith(`-A ${name} `)), inNftables }]
      })
    })
}

export function iptablesEntries(view: FirewallView, chains: readonly IptablesChain[]): readonly FirewallEntry[] {
  return chains.flatMap(({ table, name, policy, rules }) => {
    const untouched = builtInChains.includes(name) && policy === 'ACCEPT'
    const properties = policy === '-' ? '' : `policy ${policy}`
    return [
      ...(untouched ? [] : [{ view, object: 'chain', table, container: '', text: name, properties }]),
      ...rules.map((text) => ({ view, object: 'rule', table, container: name, text, properties: '' })),
    ]
  })
}
