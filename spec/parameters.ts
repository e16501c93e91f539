/** The environment variables of the protocol (section 2, Parameters). */
export const parameterNames = [
  'CNI_COMMAND',
  'CNI_CONTAINERID',
  'CNI_NETNS',
  'CNI_IFNAME',
  'CNI_ARGS',
  'CNI_PATH',
] as const

export type ParameterName = (typeof parameterNames)[number]

/** Starts with a letter or digit; then letters, digits, underscore, dot, hyphen (section 2, Parameters; stand A-43). */
export function isContainerId(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(value)
}

/** The same characters are allowed for the name of a network (section 1, `name`). */
export function isNetworkName(value: string): boolean {
  return isContainerId(value)
}

/** The longest interface name that Linux takes, in bytes: IFNAMSIZ without the closing NUL. */
const maxInterfaceNameBytes = 15

/** What Linux accepts as the name of an interface (stand A-42). */
export function isInterfaceName(value: string): boolean {
  if (value === '' || value === '.' || value === '..') return false
  return !/[/:\s]/.test(value) && utf8Length(value) <= maxInterfaceNameBytes
}

/** Splits `FOO=BAR;ABC=123` (section 2, CNI_ARGS); undefined when a pair has no key or no equals sign. */
export function parseArgs(text: string): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>()
  for (const pair of text.split(';')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    if (equals < 1) return undefined
    pairs.set(pair.slice(0, equals), pair.slice(equals + 1))
  }
  return pairs
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
