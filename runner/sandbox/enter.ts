import { execa } from 'execa'
import { privileges, systemPath } from './holder.ts'

/** What a program that we trust (ip, nft, sh …) did. */
export interface Completed {
  readonly stdout: string
  readonly stderr: string
  /** 128 and more when a signal ended it. */
  readonly exitCode: number
}

export interface EnterOptions {
  readonly input?: string
  /** Path, inside the sandbox, of the network namespace to run in; the host's when absent. */
  readonly netns?: string
}

/** The command line that runs a program in the namespaces of process `pid`. */
export function enterArguments(pid: number, netns?: string): readonly string[] {
  return [
    '--target',
    String(pid),
    ...(privileges() === 'root' ? [] : ['--user', '--preserve-credentials']),
    '--net',
    '--mount',
    '--pid',
    '--',
    // A path below /run/netns means something only in the mount namespace, so it takes a second step.
    ...(netns === undefined ? [] : ['nsenter', `--net=${netns}`, '--']),
  ]
}

/** Runs a trusted program to its end inside a sandbox. */
export async function enter(
  pid: number,
  command: string,
  args: readonly string[],
  { input = '', netns }: EnterOptions = {},
): Promise<Completed> {
  const result = await execa('nsenter', [...enterArguments(pid, netns), command, ...args], {
    env: { PATH: systemPath, LC_ALL: 'C' },
    extendEnv: false,
    input,
    reject: false,
    stripFinalNewline: false,
    cwd: '/',
  })
  return {
    stdout: result.stdout,
    stderr: result.stderr,
    exitCode: result.exitCode ?? 128,
  }
}
