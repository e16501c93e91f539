import { readFileSync } from 'node:fs'
import { release } from 'node:os'
import { gunzipSync } from 'node:zlib'

/** How the running kernel was built, by option: `y` or `m`, and no entry for what it lacks; undefined where that is not published. */
export type KernelConfig = ReadonlyMap<string, string> | undefined

export function readKernelConfig(): KernelConfig {
  const sources = ['/proc/config.gz', `/boot/config-${release()}`, `/lib/modules/${release()}/config`]
  for (const path of sources) {
    try {
      const content = readFileSync(path)
      return parseKernelConfig((path.endsWith('.gz') ? gunzipSync(content) : content).toString())
    } catch {
      // Distributions publish it in one of the three places, or not at all.
    }
  }
  return undefined
}

export function parseKernelConfig(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^(CONFIG_\w+)=(\w+)$/gm)].map(([, name = '', value = '']) => [name, value]))
}

/** How to get what an option of the kernel brings. */
export function kernelRemedy(config: KernelConfig, option: string, module: string): string {
  if (config === undefined) return `sudo modprobe ${module}, or run on a kernel with ${option}`
  const value = config.get(option)
  if (value === 'm') return `sudo modprobe ${module} (${option} is a module of this kernel)`
  if (value === undefined) return `run on a kernel with ${option}: this one is built without it`
  return `this kernel has ${option}, so something forbids its use: try it as root and outside of a container`
}
