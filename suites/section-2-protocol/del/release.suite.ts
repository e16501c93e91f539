import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { Attachment } from '../../support/context.ts'
import { demandSuccess, NotApplicable } from '../../support/interruptions.ts'
import { requestingAddresses } from '../../support/requested-addresses.ts'
import { readResult } from '../../support/result.ts'

/** How DEL is told of a namespace that is gone; CNI_NETNS has the old path where nothing else is said. */
const tidings = [
  ['after the namespace was removed', {}],
  ['without CNI_NETNS', { CNI_NETNS: undefined }],
  ['with an empty CNI_NETNS', { CNI_NETNS: '' }],
] as const

check('DEL-009', 'releases the addresses although the network namespace is gone', async (context) => {
  const { attach, plugin, prepare } = context
  const first = await attach()
  const addresses = readResult(first.result).ips.map(({ address }) => address)
  const config = requestingAddresses(context, addresses)
  const rival = await plugin.add({ ...(await prepare({ containerId: 'rival' })), config })
  if (rival.record.outcome === 'success')
    throw new NotApplicable('it gives out an address that is asked for, whoever has it')
  let holder: Pick<Attachment, 'container' | 'call'> = first
  for (const [index, [how, env]] of tidings.entries()) {
    await holder.container.remove()
    demandSuccess(await plugin.del({ ...holder.call, env }), `DEL ${how}`)
    const prepared = await prepare({ containerId: `container-${index + 2}` })
    const next = await plugin.add({ ...prepared, config })
    expect(next, `ADD that asks for ${addresses.join(' and ')} again, after DEL ${how}`).toSucceed()
    holder = { container: prepared.container, call: { ...prepared, config, prevResult: next.document ?? null } }
  }
})

check('DEL-010', 'succeeds with DEL although the lease cannot be given back', async (context) => {
  const { attach, plugin, target, sandbox } = context
  const { call } = await attach()
  await sandbox.run(target.services?.addressServer ?? [])
  expect(await plugin.del(call)).toSucceed()
})
