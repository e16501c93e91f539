import { type CliCommand, exitStatus } from './command.ts'

export const exec: CliCommand = { summary: '', help: '', run: () => Promise.resolve(exitStatus.ok) }
