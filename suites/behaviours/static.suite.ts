import { expect } from 'vitest'
import { addressesOf } from '../support/addresses.ts'
import { check } from '../support/check.ts'

check('BEHAVIOUR-static/addresses', 'gives the addresses of the configuration', async ({ attach }) => {
  expect(addressesOf(await attach())).toEqual(['10.11.0.7', 'fd00:11::7'])
})
