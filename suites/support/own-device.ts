import { createHash } from 'node:crypto'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { PluginConfiguration, Target } from '../../spec/target.ts'

/** What identifies the place that an attachment is made in. Without a container, as in STATUS, there is no such place. */
interface Place {
  readonly container?: Container | undefined
  readonly ifname: string
}

const placeholder = '{device}'

/** Prepares the host for an attachment, unless an earlier one in the same place has done so. */
export async function prepareDevice(sandbox: Sandbox, target: Target, place: Place): Promise<void> {
  const { attachmentSetup = [] } = target
  const device = deviceFor(place)
  if (attachmentSetup.length === 0 || (await isOnHost(sandbox, device))) return
  for (const argv of attachmentSetup) await sandbox.run(argv.map((word) => word.replace(placeholder, device)))
}

/** The configuration with the device of an attachment in it, where the profile leaves that open. */
export function withDevice(plugin: PluginConfiguration, place: Place): PluginConfiguration {
  const device = deviceFor(place)
  const filled = Object.entries(plugin).map(([key, value]) => [key, value === placeholder ? device : value])
  return { ...plugin, ...Object.fromEntries(filled) }
}

function deviceFor({ container, ifname }: Place): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([container?.name ?? '', ifname]))
    .digest('hex')
  return `dev${digest.slice(0, 8)}`
}

async function isOnHost(sandbox: Sandbox, device: string): Promise<boolean> {
  return (await sandbox.execute('ip', ['link', 'show', 'dev', device])).exitCode === 0
}
