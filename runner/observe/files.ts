/** Something in one of the directories that were asked for. */
export interface FileEntry {
  readonly path: string
  readonly type: string
  /** The permission bits in octal. */
  readonly mode: string
  /** In bytes; null for what is no file, because it depends on the file system. */
  readonly size: number | null
  /** SHA-256 in hexadecimal; null for what is empty or no file. */
  readonly digest: string | null
}

/** From the lines `entry <type>|<mode>|<size>|<path>` and those of sha256sum. */
export function parseFiles(output: string): readonly FileEntry[] {
  const lines = output.split('\n')
  const digests = new Map(
    lines.flatMap((line) => {
      const [, digest, path] = /^([0-9a-f]{64}) [ *](.*)$/.exec(line) ?? []
      return digest === undefined || path === undefined ? [] : [[path, digest] as const]
    }),
  )
  return lines.flatMap((line) => {
    const [, description, mode, size, path] = /^entry ([^|]*)\|([^|]*)\|([^|]*)\|(.*)$/.exec(line) ?? []
    if (description === undefined || mode === undefined || path === undefined) return []
    const type = typeNames[description] ?? description
    return [{ path, type, mode, size: type === 'file' ? Number(size) : null, digest: digests.get(path) ?? null }]
  })
}

/** What stat(1) calls the types of files, where we say it otherwise. */
const typeNames: Readonly<Record<string, string>> = { 'regular file': 'file', 'regular empty file': 'file' }
