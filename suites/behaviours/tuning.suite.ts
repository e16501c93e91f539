import { expect } from 'vitest'
import { check } from '../support/check.ts'

check('BEHAVIOUR-tuning/settings', 'sets the sysctl, the MTU and promiscuous mode', async ({ attach }) => {
  const { container, ifname } = await attach()
  const sysctl = await container.execute('cat', [`/proc/sys/net/ipv4/conf/${ifname}/log_martians`])
  const link = await container.execute('ip', ['-d', '-j', 'link', 'show', 'dev', ifname])
  expect(sysctl.stdout.trim()).toBe('1')
  expect(link.stdout).toContain('"mtu":1400')
  expect(link.stdout).toContain('"PROMISC"')
})
