import { type CliCommand, exitStatus } from './command.ts'

export const doctor: CliCommand = { summary: '', help: '', run: () => Promise.resolve(exitStatus.ok) }
