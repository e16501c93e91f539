import { expect, test } from 'vitest'
import { kernelRemedy, parseKernelConfig } from './kernel-config.ts'

const config = parseKernelConfig('# Linux\nCONFIG_VETH=y\nCONFIG_IPVLAN=m\n# CONFIG_DUMMY is not set\nCONFIG_HZ=250\n')

test('options are read, and comments are not', () => {
  expect([...config]).toEqual([
    ['CONFIG_VETH', 'y'],
    ['CONFIG_IPVLAN', 'm'],
    ['CONFIG_HZ', '250'],
  ])
})

test('the remedy depends on how the kernel was built', () => {
  expect(kernelRemedy(config, 'CONFIG_IPVLAN', 'ipvlan')).toBe(
    'sudo modprobe ipvlan (CONFIG_IPVLAN is a module of this kernel)',
  )
  expect(kernelRemedy(config, 'CONFIG_DUMMY', 'dummy')).toContain('run on a kernel with CONFIG_DUMMY')
  expect(kernelRemedy(config, 'CONFIG_VETH', 'veth')).toContain('something forbids its use')
  expect(kernelRemedy(undefined, 'CONFIG_DUMMY', 'dummy')).toBe(
    'sudo modprobe dummy, or run on a kernel with CONFIG_DUMMY',
  )
})
