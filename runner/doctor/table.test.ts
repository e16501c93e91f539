import { expect, test } from 'vitest'
import { type Finding, isFit } from './finding.ts'
import { doctorTable } from './table.ts'

const page = { colour: false, width: 60, verbose: true, quiet: false }

const tc: Finding = {
  group: 'Programs',
  name: 'tc',
  present: true,
  required: true,
  detail: '/usr/sbin/tc',
  neededFor: 'looking at traffic control',
  remedy: 'apt install iproute2',
}

const vrf: Finding = {
  group: 'Links',
  name: 'vrf',
  present: false,
  required: false,
  detail: 'ip: Error: Unknown device type.',
  neededFor: 'the plugin vrf',
  remedy: 'sudo modprobe vrf, or run on a kernel with CONFIG_NET_VRF',
}

test('what is there takes a line, what is missing says why it is needed and how to get it', () => {
  expect(doctorTable(page, [tc, vrf])).toBe(
    `Programs
  ok       tc   /usr/sbin/tc

Links
  missing  vrf  needed for the plugin vrf
           ip: Error: Unknown device type.
           to get it: sudo modprobe vrf, or run on a kernel
           with CONFIG_NET_VRF

This machine is fit to run cni-conformance, but not to test
what needs vrf.
`,
  )
})

test('a machine that lacks nothing is fit in full', () => {
  expect(doctorTable(page, [tc])).toContain('This machine is fit to run cni-conformance in full.')
})

test('a machine that lacks what is required is not fit', () => {
  const findings = [{ ...tc, present: false }, vrf]
  expect(isFit(findings)).toBe(false)
  expect(isFit([tc, vrf])).toBe(true)
  const text = doctorTable(page, findings)
  expect(text).toContain('  MISSING  tc')
  expect(text.trimEnd().replace('\n', ' ')).toMatch(
    /This machine is not fit to run cni-conformance: see what is\s+MISSING above\.$/,
  )
})
