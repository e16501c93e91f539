import { expect, test } from 'vitest'
import { parseSysctls } from './sysctls.ts'

test('a sysctl of an interface says which one, also when there is a dot in its name', () => {
  const output =
    'ipv4/ip_forward:1\nipv4/conf/all/rp_filter:0\nipv6/conf/eth0.100/disable_ipv6:1\nbridge/bridge-nf-call-iptables:\n'
  expect(parseSysctls(output)).toEqual([
    { name: 'net.ipv4.ip_forward', value: '1', device: null },
    { name: 'net.ipv4.conf.all.rp_filter', value: '0', device: null },
    { name: 'net.ipv6.conf.eth0/100.disable_ipv6', value: '1', device: 'eth0.100' },
    { name: 'net.bridge.bridge-nf-call-iptables', value: '', device: null },
  ])
})
