/** The released versions of the CNI specification, oldest first. "1.1.0" means the text of the main branch (stand A-10). */
export const specVersions = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0'] as const

export type SpecVersion = (typeof specVersions)[number]

export function isSpecVersion(value: unknown): value is SpecVersion {
  return specVersions.some((version) => version === value)
}

/** Whether `version` is `other` or newer. */
export function atLeast(version: SpecVersion, other: SpecVersion): boolean {
  return specVersions.indexOf(version) >= specVersions.indexOf(other)
}

/**
 * How a version writes the result of ADD: one address a family (`ip4`, `ip6`), a list whose entries say their family
 * (`version`), or a list whose entries do not.
 */
export type ResultGeneration = 'ip4-ip6' | 'ips-with-version' | 'ips'

export function resultGeneration(version: SpecVersion): ResultGeneration {
  if (!atLeast(version, '0.3.0')) return 'ip4-ip6'
  return atLeast(version, '1.0.0') ? 'ips' : 'ips-with-version'
}

/** Syntactically fine version numbers that are no version of the specification, next to those that are. */
export const unreleasedVersions = ['0.5.0', '1.1.1', '2.0.0'] as const
