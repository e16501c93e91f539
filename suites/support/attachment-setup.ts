import { createHash } from 'node:crypto'
import type { Container } from '../../runner/sandbox/container.ts'
import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { PluginConfiguration, Target } from '../../spec/target.ts'

/** What identifies the place that an attachment is made in. Without a container, as in STATUS, there is no such place. */
export interface Place {
  readonly container?: Container | undefined
  readonly ifname: string
}

/** What prepares the sandbox for an attachment, unless an earlier one was in the same place. */
export function attachmentSetup(sandbox: Sandbox, target: Target): (place: Place) => Promise<void> {
  const prepared = new Set<string>()
  return async (place) => {
    const device = deviceFor(place)
    if (prepared.has(device)) return
    prepared.add(device)
    const meant = {
      '{container}': place.container?.name ?? '',
      '{ifname}': place.ifname,
      [devicePlaceholder]: device,
    }
    const fill = (word: string) =>
      Object.entries(meant).reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), word)
    for (const argv of target.attachmentSetup) await sandbox.run(argv.map(fill))
  }
}

const devicePlaceholder = '{device}'

/** The configuration with the device of an attachment in it, where the profile leaves that open. */
export function withDevice(plugin: PluginConfiguration, place: Place): PluginConfiguration {
  const device = deviceFor(place)
  const filled = Object.entries(plugin).map(([key, value]) => [key, value === devicePlaceholder ? device : value])
  return { ...plugin, ...Object.fromEntries(filled) }
}

/** A name that no other place has. */
export function deviceFor({ container, ifname }: Place): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([container?.name ?? '', ifname]))
    .digest('hex')
  return `dev${digest.slice(0, 8)}`
}
