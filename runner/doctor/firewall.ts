import type { Sandbox } from '../sandbox/sandbox.ts'
import { type KernelConfig, kernelRemedy } from './kernel-config.ts'
import type { Probe } from './probe.ts'

/** Whether rules can be made that translate addresses. */
export async function firewallProbes(sandbox: Sandbox, config: KernelConfig): Promise<readonly Probe[]> {
  return [
    {
      name: 'nftables NAT',
      neededFor: 'the plugin portmap, and ipMasq of bridge and ptp',
      attempt: [['nft', '-f', '-']],
      input: ['ip', 'ip6'].map(masquerade).join('\n'),
      remedy: kernelRemedy(config, 'CONFIG_NFT_NAT', 'nft_chain_nat'),
    },
    ...(await iptablesProbes(sandbox, config, 'iptables', 'CONFIG_IP_NF_NAT')),
    ...(await iptablesProbes(sandbox, config, 'ip6tables', 'CONFIG_IP6_NF_NAT')),
  ]
}

function masquerade(family: string): string {
  return `table ${family} doctor { chain postrouting { type nat hook postrouting priority 100; masquerade; }; }`
}

/** None where the program is missing: that it is says another finding. */
async function iptablesProbes(
  sandbox: Sandbox,
  config: KernelConfig,
  program: string,
  natOption: string,
): Promise<readonly Probe[]> {
  const variant = await variantOf(sandbox, program)
  if (variant === undefined) return []
  const base = { neededFor: 'plugins that make their rules with it' }
  const rule = (...match: readonly string[]): Probe['attempt'] => [
    [program, '-w', '-t', 'nat', '-A', 'POSTROUTING', ...match, '-j', 'ACCEPT'],
  ]
  const compat = variant === 'nf_tables' ? ' (and CONFIG_NFT_COMPAT)' : ''
  return [
    {
      ...base,
      name: `${program} (${variant}) NAT`,
      attempt: rule(),
      remedy: `${kernelRemedy(config, natOption, variant === 'nf_tables' ? 'nft_compat' : `${program.replace('s', '')}_nat`)}${compat}`,
    },
    {
      ...base,
      name: `${program} comment`,
      attempt: rule('-m', 'comment', '--comment', 'doctor'),
      remedy: `${kernelRemedy(config, 'CONFIG_NETFILTER_XT_MATCH_COMMENT', 'xt_comment')}${compat}`,
    },
    {
      ...base,
      name: `${program} mark`,
      attempt: rule('-m', 'mark', '--mark', '0x2000/0x2000'),
      remedy: `${kernelRemedy(config, 'CONFIG_NETFILTER_XT_MATCH_MARK', 'xt_mark')}${compat}`,
    },
  ]
}

/** `nf_tables` or `legacy`; releases before 1.8 were all of the latter kind. */
async function variantOf(sandbox: Sandbox, program: string): Promise<string | undefined> {
  const { exitCode, stdout } = await sandbox.execute(program, ['--version'])
  return exitCode === 0 ? (/\((\w+)\)/.exec(stdout)?.[1] ?? 'legacy') : undefined
}
