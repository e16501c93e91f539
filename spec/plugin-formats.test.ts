import { expect, test } from 'vitest'
import { pluginFormats } from './plugin-formats.ts'

type Format = keyof typeof pluginFormats

const right: Readonly<Record<Format, readonly string[]>> = {
  'allocatable-subnet': ['10.1.0.0/16', '10.1.0.4/30', '0.0.0.0/0', '2001:db8::/64', '2001:db8::4/126'],
  'dhcp-option': ['host-name', 'routers', '0', '42', '007', '255'],
  'ethernet-address': ['c2:11:22:33:44:55', 'C2-11-22-33-44-55', 'c211.2233.4455', '00:00:00:00:00:01'],
  'hardware-address': [
    '01:00:5e:00:00:01',
    '00-00-00-00-00-00',
    '0000.5e00.5301',
    '02:00:5e:10:00:00:00:01',
    Array(20).fill('80').join(':'),
  ],
  'network-sysctl': ['net.ipv4.ip_forward', 'net/ipv4/conf/eth0.100/rp_filter', '../net.core.somaxconn'],
}

const wrong: Readonly<Record<Format, readonly string[]>> = {
  'allocatable-subnet': [
    '',
    '10.1.0.0',
    '10.1.0.1/16',
    '10.1.0.0/31',
    '10.1.0.0/32',
    '2001:db8::1/64',
    '2001:db8::/127',
  ],
  'dhcp-option': ['', 'hostname', '256', '-1', '1.5', '0x10'],
  'ethernet-address': ['', '01:00:5e:00:00:01', '00:00:00:00:00:00', '02:00:5e:10:00:00:00:01', 'c2:11:22:33:44'],
  'hardware-address': [
    '',
    'c2:11-22:33:44:55',
    'c2112233.4455',
    'c21122334455',
    'c2:11:22:33:44:5g',
    'c2:11:22:33:44:55:',
  ],
  'network-sysctl': ['', 'net', 'net.', 'network.x', 'kernel.hostname', 'kernel.net.x'],
}

test.each(Object.entries(pluginFormats))('%s', (name, { holds }) => {
  const texts = (table: Readonly<Record<string, readonly string[]>>) => table[name] ?? []
  expect(texts(right).filter((text) => !holds(text))).toEqual([])
  expect(texts(wrong).filter(holds)).toEqual([])
})
