import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that a reader sees all of it or what was there before. Makes the folders above it. A symbolic link stays, and
 * what is no regular file, such as a pipe or /dev/stderr, is written to, not replaced.
 */
export async function writeFileAtomically(path: string, content: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined)
  if (existing !== undefined && !existing.isFile()) return writeFile(path, content)
  await mkdir(dirname(path), { recursive: true })
  const target = existing === undefined ? path : await realpath(path)
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, content)
    await rename(temporary, target)
  } finally {
    await rm(temporary, { force: true })
  }
}
