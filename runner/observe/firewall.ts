/** The tools whose view of the firewall is listed; each rule is in one view only. */
export const firewallViews = ['nftables', 'iptables', 'ip6tables', 'iptables-legacy', 'ip6tables-legacy'] as const

export type FirewallView = (typeof firewallViews)[number]

/** Something in the firewall. Handles and counters are no part of it, nor are the empty tables and chains that listing makes. */
export interface FirewallEntry {
  readonly view: FirewallView
  /** `table`, `chain`, `rule`, `set`, `map`, `element`, `flowtable`, `counter`, … */
  readonly object: string
  /** `ip nat` for nftables, `nat` for iptables. */
  readonly table: string
  /** The chain of a rule or the set of an element; else empty. */
  readonly container: string
  /** The rule or element as the tool prints it, or the name of anything else. */
  readonly text: string
  /** The hook and policy of a chain, the type of a set, …; else empty. */
  readonly properties: string
}

/** The tables that iptables knows. It makes them, and chains of these names in them, when it only looks. */
export const iptablesTables: readonly string[] = ['filter', 'nat', 'mangle', 'raw', 'security', 'broute']

export const builtInChains: readonly string[] = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING', 'BROUTING']
