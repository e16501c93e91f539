import { expect, test } from 'vitest'
import { parseClassesAndFilters, parseQdiscs } from './traffic-control.ts'

function section(output: string) {
  return { output, exitCode: 0, complaint: '' }
}

test('default disciplines are the kernel’s; numbers that the kernel chose and counters do not matter', () => {
  const output = `qdisc noqueue 0: dev lo root refcnt 2
qdisc fq_codel 0: dev eth0 parent :1 limit 10240p flows 1024
qdisc tbf 8001: dev veth0 root refcnt 3 rate 1Mbit burst 10Kb lat 20ms
qdisc htb 1: dev veth1 root refcnt 3 r2q 10 default 0x10 direct_packets_stat 12 direct_qlen 1000
qdisc ingress ffff: dev veth1 parent ffff:fff1 ----------------
`
  const common = { object: 'qdisc', parent: '', kernel: false }
  expect(parseQdiscs(output)).toEqual([
    { ...common, device: 'lo', kind: 'noqueue', text: '0:', kernel: true },
    { ...common, device: 'eth0', kind: 'fq_codel', parent: ':1', text: '0: limit 10240p flows 1024', kernel: true },
    { ...common, device: 'veth0', kind: 'tbf', text: 'rate 1Mbit burst 10Kb lat 20ms' },
    { ...common, device: 'veth1', kind: 'htb', text: '1: r2q 10 default 0x10 direct_qlen 1000' },
    { ...common, device: 'veth1', kind: 'ingress', text: '' },
  ])
})

test('classes that somebody made and filters are listed, headings and hash tables are not', () => {
  const filters = `filter protocol all pref 49152 u32 chain 0
filter protocol all pref 49152 u32 chain 0 fh 800: ht divisor 1
filter protocol all pref 49152 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw
  match 00000000/00000000 at 0
	action order 1: mirred (Egress Redirect to device ifb0) stolen
	index 1 ref 1 bind 1

`
  const entries = parseClassesAndFilters(
    new Map([
      ['classes veth1', section('class htb 1:10 root leaf 8002: prio 0 rate 5Mbit\nclass tbf 8001:1 parent 8001:\n')],
      ['filters veth1 ffff:', section(filters)],
      ['filters gone ffff:', { ...section(filters), exitCode: 1 }],
    ]),
  )
  const match = 'match 00000000/00000000 at 0 action order 1: mirred (Egress Redirect to device ifb0) stolen'
  expect(entries).toEqual([
    { object: 'class', device: 'veth1', kind: 'htb', parent: '', text: '1:10 root prio 0 rate 5Mbit', kernel: false },
    {
      object: 'filter',
      device: 'veth1',
      kind: '',
      parent: 'ffff:',
      text: `protocol all pref 49152 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid ${match}`,
      kernel: false,
    },
  ])
})
