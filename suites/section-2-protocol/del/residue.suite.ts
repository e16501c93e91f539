import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import { demandSuccess } from '../../support/interruptions.ts'
import { containerResidue, hostResidue } from '../../support/residue.ts'

check('DEL-001', 'leaves the container as it was before ADD', async (context) => {
  const residue = await containerResidue(context, async ({ call }) => {
    demandSuccess(await context.plugin.del(call), 'DEL')
  })
  expect(residue).toListNothing()
})

check('DEL-002', 'leaves the host as it was before ADD', async (context) => {
  const residue = await hostResidue(context, async ({ call }) => {
    demandSuccess(await context.plugin.del(call), 'DEL')
  })
  expect(residue).toListNothing()
})

check('DEL-006/netns-gone', 'cleans the host up after the network namespace has gone', async (context) => {
  const residue = await hostResidue(
    context,
    async ({ call, container }) => {
      await container.remove()
      demandSuccess(await context.plugin.del(call), 'DEL')
    },
    ['appeared'],
  )
  expect(residue).toListNothing()
})

check('DEL-006/netns-unset', 'cleans the host up when it is not told the network namespace', async (context) => {
  const residue = await hostResidue(
    context,
    async ({ call, container }) => {
      await container.remove()
      demandSuccess(await context.plugin.del({ ...call, env: { CNI_NETNS: undefined } }), 'DEL')
    },
    ['appeared'],
  )
  expect(residue).toListNothing()
})

check('DEL-007', 'cleans the host up without a prevResult', async (context) => {
  const residue = await hostResidue(context, async ({ call }) => {
    const { prevResult: _, ...rest } = call
    demandSuccess(await context.plugin.del(rest), 'DEL')
  })
  expect(residue).toListNothing()
})
