import { vi } from 'vitest'
import type { CliCommand, ExitStatus } from './command.ts'

export interface Output {
  readonly status: ExitStatus
  readonly text: string
}

/** Runs a command in this process and returns what it writes to standard output. */
export async function outputOf(command: CliCommand, ...args: readonly string[]): Promise<Output> {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk))
    return true
  })
  try {
    const status = await command.run(args)
    return { status, text: written.join('') }
  } finally {
    spy.mockRestore()
  }
}
