import { addressPairs } from '../support/addresses.ts'
import { check } from '../support/check.ts'
import { expectReached } from '../support/conversation.ts'
import { expectHostReached, expectMasqueraded } from '../support/host-traffic.ts'
import { expectPinged } from '../support/ping.ts'

check('BEHAVIOUR-ptp/host', 'lets container and host reach each other', expectHostReached)

check('BEHAVIOUR-ptp/neighbours', 'lets two containers reach each other by the host', async ({ attach }) => {
  const one = await attach({ containerId: 'one' })
  const other = await attach({ containerId: 'other' })
  for (const [, far] of addressPairs(one, other)) await expectReached(one.container, other.container, far)
})

check('BEHAVIOUR-ptp/ping', 'lets containers and the host answer pings', expectPinged)

check('BEHAVIOUR-ptp/masquerade', 'hides the address of a container with ipMasq only', expectMasqueraded)
