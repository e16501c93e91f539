import { createReadStream, statSync } from 'node:fs'
import { messageOf, UsageError } from '../../fault.ts'

/** The largest file that is read. What CNI passes around has a few kilobytes. */
const maxBytes = 10 * 1024 * 1024

/** Reads a file, or standard input where it is `-`. What cannot be read is a UsageError that says why. */
export async function readBytes(file: string): Promise<Buffer> {
  if (file !== '-' && isDirectory(file)) {
    throw new UsageError(`${file} is a directory: name the files in it, as in ${file.replace(/\/+$/, '')}/*`)
  }
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk))
      size += chunk.length
      if (size > maxBytes) break
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`)
  }
  if (size > maxBytes) throw new UsageError(`${file} has more than 10 MiB, and no document of CNI is as large as that`)
  return Buffer.concat(chunks)
}

function isDirectory(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'permission denied'
  return messageOf(error)
}
