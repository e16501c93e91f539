import { expect, test } from 'vitest'
import type { IptablesChain } from './iptables.ts'
import { nftablesEntries, parseNftables } from './nftables.ts'

const ruleset = `table inet cni {
	comment "made by a test"
	counter c {
	}

	ct helper ftp {
		type "ftp" protocol tcp
		l3proto inet
	}

	set ports {
		type inet_service
		elements = { 1, 2, 3,
			     4, 5 }
	}

	set blocked {
		type ipv4_addr
		flags timeout
		elements = { 1.2.3.4 timeout 1h expires 59m58s comment "x, y }" }
	}

	map targets {
		type inet_service : ipv4_addr . inet_service
		elements = { 80 : 10.0.0.1 . 8080 }
	}

	chain forward {
		comment "a chain"
		type filter hook forward priority filter; policy drop;
		ip saddr 10.0.0.1 counter accept comment "a { b }"
		tcp dport vmap { 1 : accept, 2 : jump other }
	}

	chain other {
	}
}
# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	set own {
		type ipv4_addr
	}

	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip saddr 10.1.0.0/24 counter masquerade
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
	}

	chain native {
		meta mark set 0x00000001
	}
}
table bridge filter {
	chain FORWARD {
		type filter hook forward priority -200; policy accept;
	}
}
`

function listed(shown: readonly IptablesChain[]) {
  return nftablesEntries(parseNftables(ruleset), { ip: shown }).map(
    ({ object, table, container, text, properties }) =>
      `${table} ${object} ${container === '' ? '' : `${container}: `}${text}${properties === '' ? '' : ` (${properties})`}`,
  )
}

const own = [
  'inet cni table inet cni (comment "made by a test")',
  'inet cni counter c',
  'inet cni ct helper ftp (type "ftp" protocol tcp l3proto inet)',
  'inet cni set ports (type inet_service)',
  'inet cni element ports: 1',
  'inet cni element ports: 2',
  'inet cni element ports: 3',
  'inet cni element ports: 4',
  'inet cni element ports: 5',
  'inet cni set blocked (type ipv4_addr flags timeout)',
  'inet cni element blocked: 1.2.3.4 timeout 1h comment "x, y }"',
  'inet cni map targets (type inet_service : ipv4_addr . inet_service)',
  'inet cni element targets: 80 : 10.0.0.1 . 8080',
  'inet cni chain forward (comment "a chain" type filter hook forward priority filter; policy drop;)',
  'inet cni rule forward: ip saddr 10.0.0.1 counter accept comment "a { b }"',
  'inet cni rule forward: tcp dport vmap { 1 : accept, 2 : jump other }',
  'inet cni chain other',
  'ip nat set own (type ipv4_addr)',
]
const masquerade = [
  'ip nat chain POSTROUTING (type nat hook postrouting priority srcnat; policy accept;)',
  'ip nat rule POSTROUTING: ip saddr 10.1.0.0/24 counter masquerade',
]
const native = ['ip nat chain native', 'ip nat rule native: meta mark set 0x00000001']

function shownChain(name: string, ...rules: readonly string[]): IptablesChain {
  return { table: 'nat', name, policy: '-', rules, inNftables: true }
}

test('everything is listed but the tables and empty chains that iptables makes when it looks', () => {
  expect(listed([])).toEqual([...own, ...masquerade, ...native])
})

test('a chain that iptables shows in full is left to iptables', () => {
  expect(
    listed([shownChain('POSTROUTING', '-A POSTROUTING -s 10.1.0.0/24 -j MASQUERADE'), shownChain('OUTPUT')]),
  ).toEqual([...own, ...native])
})

test('a chain of which iptables leaves rules out is listed', () => {
  expect(listed([shownChain('native'), shownChain('POSTROUTING')])).toEqual([...own, ...masquerade, ...native])
})

test('a chain of the same name in a table of legacy iptables hides nothing', () => {
  const legacy = { ...shownChain('POSTROUTING', '-A POSTROUTING -j MASQUERADE'), inNftables: false }
  expect(listed([legacy])).toEqual([...own, ...masquerade, ...native])
})
