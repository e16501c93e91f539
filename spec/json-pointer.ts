/** The names that a JSON pointer (RFC 6901) consists of. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapeSegment)
}

/** A name as it is written in a JSON pointer, with the slash before it. */
export function segment(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The name that one part of a JSON pointer, without its slash, stands for. */
export function unescapeSegment(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** What a JSON pointer leads to; undefined when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    document,
  )
}
