import type { Invocation } from '../../runner/invoke/invoke.ts'
import type { CheckContext } from './context.ts'
import { describeOutcome } from './describe-outcome.ts'
import { Blocked, NotApplicable } from './interruptions.ts'
import { isRefusal } from './refusal.ts'

/** What the plugin says to STATUS when it has handed out all that it has, which a refused ADD shows. */
export async function exhaust({ target, plugin, prepare, attach }: CheckContext): Promise<Invocation> {
  const { exhaustible: config } = target
  if (config === undefined) throw new NotApplicable('no configuration is known with which it runs out of anything')
  await attach({ config })
  const refused = await plugin.add(await prepare({ config, containerId: 'container-2' }))
  if (!isRefusal(refused)) throw new Blocked(`a second ADD has to fail first, but ${describeOutcome(refused)}`)
  return plugin.status({ config })
}
