/** The bits of the capabilities that matter here (linux/capability.h). */
const bits = { CAP_NET_ADMIN: 12n, CAP_SYS_ADMIN: 21n } as const

export type Capability = keyof typeof bits

/**
 * The capabilities out of `wanted` that a process does not have.
 *
 * @param status the content of its /proc/<pid>/status
 */
export function lackingCapabilities(status: string, wanted: readonly Capability[]): readonly Capability[] {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'
  return wanted.filter((name) => (BigInt(`0x${effective}`) & (1n << bits[name])) === 0n)
}
