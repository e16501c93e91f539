import { expect } from 'vitest'
import { check } from '../support/check.ts'
import { addressesIn } from '../support/result.ts'

check('BEHAVIOUR-static/addresses', 'gives the addresses of the configuration', async ({ attach }) => {
  const { result } = await attach()
  expect(addressesIn(result)).toEqual(['10.11.0.7/24', 'fd00:11::7/64'])
})
