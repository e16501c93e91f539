import { expect } from 'vitest'
import { validate } from '../../runner/schemas.ts'
import { check } from '../support/check.ts'
import { readResult } from '../support/result.ts'

check('RESULT-001', 'prints a result in the form of the version', async ({ attach, specVersion }) => {
  const { result } = await attach()
  const issues = validate('add-result', specVersion, result).filter(({ pointer }) => pointer !== '/cniVersion')
  expect(issues.map(({ message }) => message)).toListNothing()
})

check('RESULT-002', 'repeats the cniVersion of the request in the result', async ({ attach, specVersion }) => {
  const { result } = await attach()
  expect(result.cniVersion).toBe(specVersion)
})

check('IPAM-001', 'prints an IPAM result in the form of the version', async ({ attach, specVersion }) => {
  const { result } = await attach()
  const issues = validate('ipam-result', specVersion, result).filter(
    ({ pointer }) => pointer !== '/cniVersion' && !concernsInterfaces(pointer),
  )
  expect(issues.map(({ message }) => message)).toListNothing()
})

check('IPAM-002', 'says nothing about interfaces', async ({ attach }) => {
  const { result } = await attach()
  const { ips } = readResult(result)
  expect(result.interfaces).toBeUndefined()
  expect(ips.filter((ip) => ip.interface !== undefined)).toEqual([])
})

check('IPAM-003', 'returns an address with the length of its prefix', async ({ attach }) => {
  const { result } = await attach()
  const addresses = readResult(result).ips.map(({ address }) => address)
  expect(addresses).not.toEqual([])
  for (const address of addresses) expect(address).toMatch(/\/\d+$/)
})

function concernsInterfaces(pointer: string): boolean {
  return pointer.startsWith('/interfaces') || /^\/ips\/\d+\/interface/.test(pointer)
}
