import { expect } from 'vitest'
import { type Difference, diff } from '../../runner/observe/diff.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import type { CheckContext } from './context.ts'
import { observe, observeHost } from './observe.ts'
import { settle } from './residue.ts'

/** An attachment that is watched while others come and go. */
export interface Watch {
  /**
   * What has vanished or changed until now is the work of an ADD, and not to be judged. What an ADD took from the host, such as a
   * device, is not the bystander's either: how DEL gives it back is for DEL-002 to judge.
   */
  readonly excuse: () => Promise<void>
  /** Nothing else that was there at the beginning has vanished or changed. */
  readonly expectUntouched: (after: string) => Promise<void>
}

/**
 * Looks at the host and at the container of an attachment. What appears there is for others to judge, and so is a file that only
 * changes: it may be one that all attachments share.
 */
export async function watch({ sandbox, target }: CheckContext, bystander: Container): Promise<Watch> {
  const [host, container] = await Promise.all([observeHost(sandbox), observe(bystander)])
  const excused = new Set<string>()
  const taken = new Set<string>()
  const isExcused = ({ text, what, name }: Difference) => excused.has(text) || taken.has(`${what} ${name}`)
  const losses = async () => [
    ...diff(host, await observeHost(sandbox), target).filter(isLoss),
    ...diff(container, await observe(bystander)).filter(isLoss),
  ]
  return {
    excuse: async () => {
      for (const { kind, what, name, text } of await losses()) {
        excused.add(text)
        if (kind === 'vanished') taken.add(`${what} ${name}`)
      }
    },
    expectUntouched: async (after) => {
      const touched = await settle(async () => (await losses()).filter((each) => !isExcused(each)))
      expect(touched, `after ${after}`).toListNothing()
    },
  }
}

function isLoss({ kind, what }: Difference): boolean {
  return kind === 'vanished' || (kind === 'changed' && what !== 'file')
}

/** Another network of the same plugin, with another of its configurations where there is one. */
export function otherNetwork({ target, configuration }: CheckContext): PluginConfiguration {
  const other = target.configurations.find(({ name, to }) => name !== configuration?.name && to === undefined)
  const plugin: PluginConfiguration = (other ?? configuration)?.plugin ?? { type: target.name }
  // The name of the network is there in the place of the one that the runtime would insert.
  return { ...plugin, name: 'other-net' }
}
