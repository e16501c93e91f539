import { overlaidDirectories } from '../sandbox/setup-script.ts'
import { type KernelConfig, kernelRemedy } from './kernel-config.ts'
import type { Probe } from './probe.ts'

/** What else the kernel has to do in a sandbox. */
export function kernelProbes(config: KernelConfig): readonly Probe[] {
  return [
    {
      name: 'named namespaces',
      neededFor: 'containers',
      required: true,
      attempt: [['ip', 'netns', 'add', 'doctor']],
      remedy: 'allow mounts in /run/netns, as for the sandbox',
    },
    ...overlaidDirectories.map((path) => ({
      name: `overlay on ${path}`,
      neededFor: `plugins that write below ${path} elsewhere than in ${path}/cni`,
      attempt: [['grep', '-q', `^overlay ${path} overlay `, '/proc/mounts']],
      remedy: `${kernelRemedy(config, 'CONFIG_OVERLAY_FS', 'overlay')}; for ordinary users it has to be 5.11 or newer`,
    })),
    {
      name: 'IPv6',
      neededFor: 'IPv6 and dual-stack configurations',
      attempt: [['ip', '-6', 'address', 'add', '2001:db8::1/128', 'dev', 'lo']],
      remedy: `boot without ipv6.disable=1; ${kernelRemedy(config, 'CONFIG_IPV6', 'ipv6')}`,
    },
    {
      name: 'tc tbf',
      neededFor: 'the plugin bandwidth',
      attempt: [words('tc qdisc add dev lo root tbf rate 1mbit burst 32kbit latency 400ms')],
      remedy: kernelRemedy(config, 'CONFIG_NET_SCH_TBF', 'sch_tbf'),
    },
  ]
}

function words(command: string): readonly string[] {
  return command.split(' ')
}
