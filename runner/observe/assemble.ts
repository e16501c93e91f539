import { messageOf } from '../fault.ts'
import { parseBridgeVlans, parseForwarding } from './bridges.ts'
import { parseFiles } from './files.ts'
import { parseInterfaceAddresses } from './interface-addresses.ts'
import { iptablesEntries, parseIptables } from './iptables.ts'
import { parseJsonOutput } from './json-output.ts'
import { parseLinks } from './links.ts'
import { parseNeighbours } from './neighbours.ts'
import { nftablesEntries, parseNftables } from './nftables.ts'
import { parseRoutes } from './routes.ts'
import { parseRules } from './rules.ts'
import type { Section } from './sections.ts'
import { type MissingPart, type Part, parts, type Snapshot } from './snapshot.ts'
import { parseSysctls } from './sysctls.ts'
import { parseClassesAndFilters, parseQdiscs } from './traffic-control.ts'

/** Makes a snapshot of what the tools said. A tool that failed or whose output cannot be read leaves its part missing. */
export function assemble(sections: ReadonlyMap<string, Section>): Snapshot {
  const missing: MissingPart[] = []

  function read<T>(part: Part, parse: (output: string) => readonly T[]): readonly T[] {
    const section = sections.get(part)
    if (section === undefined) return []
    try {
      if (section.exitCode === 0) return parse(section.output)
      missing.push({ part, reason: section.complaint || `exit status ${section.exitCode}` })
    } catch (error) {
      missing.push({ part, reason: `output that cannot be read: ${messageOf(error)}` })
    }
    return []
  }

  const interfaces = read('links', parseJsonOutput)
  const links = parseLinks(interfaces)
  const ip = read('iptables', parseIptables)
  const ip6 = read('ip6tables', parseIptables)
  const snapshot = {
    links,
    addresses: parseInterfaceAddresses(interfaces),
    neighbours: [...read('neighbours', parseNeighbours), ...read('proxy-neighbours', parseNeighbours)],
    routes: [
      ...read('ipv4-routes', (output) => parseRoutes('ipv4', output)),
      ...read('ipv6-routes', (output) => parseRoutes('ipv6', output)),
    ],
    rules: [
      ...read('ipv4-rules', (output) => parseRules('ipv4', output)),
      ...read('ipv6-rules', (output) => parseRules('ipv6', output)),
    ],
    bridgeVlans: read('bridge-vlans', parseBridgeVlans),
    forwarding: read('bridge-forwarding', (output) => parseForwarding(output, links)),
    firewall: [
      ...read('nftables', (output) => nftablesEntries(parseNftables(output), { ip, ip6 })),
      ...iptablesEntries('iptables', ip),
      ...iptablesEntries('ip6tables', ip6),
      ...read('iptables-legacy', (output) => iptablesEntries('iptables-legacy', parseIptables(output))),
      ...read('ip6tables-legacy', (output) => iptablesEntries('ip6tables-legacy', parseIptables(output))),
    ],
    trafficControl: [...read('traffic-control', parseQdiscs), ...parseClassesAndFilters(sections)],
    sysctls: read('sysctls', parseSysctls),
    namespaces: read('namespaces', (output) => output.split('\n').filter((name) => name !== '')),
    files: read('files', parseFiles),
  }
  const observed = parts.filter((part) => sections.has(part) && !missing.some((absence) => absence.part === part))
  return { observed, missing, ...snapshot }
}
