export interface Sysctl {
  /** As sysctl(8) writes it, with a slash for a dot in the name of an interface: `net.ipv4.conf.eth0/100.rp_filter`. */
  readonly name: string
  readonly value: string
  /** The interface that it belongs to. */
  readonly device: string | null
}

/** From the lines `ipv4/conf/eth0/rp_filter:2`, which are relative to /proc/sys/net. */
export function parseSysctls(output: string): readonly Sysctl[] {
  return output.split('\n').flatMap((line) => {
    const [, path, value] = /^([^:]+):(.*)$/.exec(line) ?? []
    if (path === undefined || value === undefined) return []
    const device = /^ipv[46]\/conf\/(.*)\/[^/]+$/.exec(path)?.[1] ?? null
    return [
      {
        name: `net.${path.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'))}`,
        value,
        device: device === 'all' || device === 'default' ? null : device,
      },
    ]
  })
}
