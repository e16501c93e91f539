import { diff } from '../../runner/observe/diff.ts'
import type { Process, Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { CheckId } from '../../spec/registry.ts'
import type { Damage } from '../../spec/target.ts'
import type { Attachment, CheckContext } from './context.ts'
import { describeOutcome } from './describe-outcome.ts'
import { NotApplicable } from './interruptions.ts'
import { observeHost } from './observe.ts'
import { isRefusal } from './refusal.ts'
import { attachSound } from './sound-attachment.ts'

/** Does everything that is declared for a check, each to an attachment of its own, and says what CHECK did not notice. */
export async function unnoticedDamage(context: CheckContext, check: CheckId): Promise<readonly string[]> {
  const unnoticed: string[] = []
  const services = await context.sandbox.processes()
  let effective = 0
  for (const [index, damage] of context.target.noticedDamage.filter((each) => each.check === check).entries()) {
    const attachment = await attachSound(context, `container-${index + 1}`)
    if (await inflict(context, attachment, damage, services)) {
      effective += 1
      const outcome = await context.plugin.check(attachment.call)
      if (!isRefusal(outcome))
        unnoticed.push(`that CHECK does not refuse when ${damage.what}: ${describeOutcome(outcome)}`)
    }
    // Whatever comes of it: the next attachment must not meet this one.
    await context.plugin.del(attachment.call)
    await attachment.container.remove()
  }
  if (effective === 0) throw new NotApplicable('what is known to damage such an attachment changes nothing here')
  return unnoticed
}

/**
 * Whether it changed anything. What the configuration asks of the container is there. What the host has for it is known of this
 * type of plugin, and another one of that name may do the same by other means: then there is nothing to notice.
 *
 * @param services what ran before there was an attachment: a daemon may end without leaving a trace in a snapshot
 */
async function inflict(
  { sandbox }: CheckContext,
  { container }: Attachment,
  { in: place, argv }: Damage,
  services: readonly Process[],
): Promise<boolean> {
  if (place === 'container') {
    await container.run(argv)
    return true
  }
  const before = await observeHost(sandbox)
  const running = await stillRunning(sandbox, services)
  await sandbox.run(argv)
  if (diff(before, await observeHost(sandbox)).length > 0) return true
  return (await stillRunning(sandbox, running)).length < running.length
}

async function stillRunning(sandbox: Sandbox, earlier: readonly Process[]): Promise<readonly Process[]> {
  const now = new Set((await sandbox.processes()).map(({ pid }) => pid))
  return earlier.filter(({ pid }) => now.has(pid))
}
