import { describe, expect, test } from 'vitest'
import { profile } from '../../fixtures/profile.ts'
import { describeTarget } from './discover.ts'
import { missingPrograms } from './programs.ts'

const given = profile({
  type: 'leaser',
  kind: 'ipam',
  configurations: [],
  linkKinds: ['veth'],
  programs: ['dnsmasq'],
  hostSetup: [['sh', '-c', '"$1" daemon &', 'sh', '{executable}']],
  attachmentSetup: [['ip', 'link', 'add', '{ifname}', 'netns', '{container}', 'type', 'veth']],
  noticedDamage: [{ check: 'CHECK-004/reservation', what: 'it is gone', in: 'host', argv: ['{executable}', 'end'] }],
})

function targetOf(missing: ReadonlyMap<string, string>) {
  return describeTarget({
    name: 'leaser',
    executable: '/opt/cni/bin/leaser',
    versions: ['1.1.0'],
    profile: given,
    given: [],
    missing,
  })
}

describe('a target', () => {
  test('is meant by a word in the commands of its profile', () => {
    const { hostSetup, attachmentSetup, noticedDamage } = targetOf(new Map())
    expect(hostSetup).toEqual([['sh', '-c', '"$1" daemon &', 'sh', '/opt/cni/bin/leaser']])
    expect(noticedDamage.map(({ argv }) => argv)).toEqual([['/opt/cni/bin/leaser', 'end']])
    expect(attachmentSetup).toEqual(given.attachmentSetup)
  })

  test('lacks what the machine lacks of links and programs', () => {
    expect(targetOf(new Map()).missing).toEqual([])
    const missing = new Map([
      ['dnsmasq', 'there is no dnsmasq'],
      ['veth', 'there is no veth'],
      ['vlan', 'there is no vlan'],
    ])
    expect(targetOf(missing).missing).toEqual(['there is no veth', 'there is no dnsmasq'])
  })
})

test('a program that is there is not missing', () => {
  expect([...missingPrograms(['ip', 'nsenter'])]).toEqual([])
})
