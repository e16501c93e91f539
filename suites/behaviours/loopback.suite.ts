import { check } from '../support/check.ts'
import { expectReached } from '../support/conversation.ts'

check('BEHAVIOUR-loopback/reachable', 'lets the container reach itself', async ({ attach }) => {
  const { container } = await attach()
  for (const address of ['127.0.0.1', '::1']) await expectReached(container, container, address, { seenAs: address })
})
