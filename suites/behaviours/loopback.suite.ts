import { expect } from 'vitest'
import { check } from '../support/check.ts'
import { reach } from '../support/conversation.ts'

check('BEHAVIOUR-loopback/reachable', 'lets the container reach itself', async ({ attach }) => {
  const { container } = await attach()
  for (const address of ['127.0.0.1', '::1']) expect(await reach(container, container, address)).toBe(address)
})
