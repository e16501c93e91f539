import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, commands, isCommand } from '../../../spec/commands.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import { isContainerId, isInterfaceName, parseArgs } from '../../../spec/parameters.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../../spec/versions.ts'
import { UsageError } from '../../fault.ts'
import { parseArguments, wholeNumber } from '../arguments.ts'

/** What `exec` is asked to do. */
export interface ExecOptions {
  /** In the order in which they are to be run; at least one. */
  readonly commands: readonly Command[]
  /** The network configuration. */
  readonly file: string
  /** Run in a sandbox of its own rather than on this machine. */
  readonly sandbox: boolean
  /** The container's network namespace on this machine. */
  readonly netns: string | undefined
  /** Absolute directories to look for plugins in. */
  readonly plugins: readonly string[]
  readonly containerId: string
  readonly ifname: string
  readonly args: string | undefined
  readonly capabilityArguments: JsonObject | undefined
  /** Instead of the newest version that the network configuration names. */
  readonly specVersion: SpecVersion | undefined
  readonly validAttachments: readonly Json[] | undefined
  readonly stateDirectory: string | undefined
  readonly timeoutMs: number
  readonly output: 'text' | 'quiet' | 'json'
}

const options = {
  sandbox: { type: 'boolean' },
  netns: { type: 'string' },
  plugins: { type: 'string', multiple: true },
  'container-id': { type: 'string' },
  ifname: { type: 'string' },
  args: { type: 'string' },
  capability: { type: 'string', multiple: true },
  'spec-version': { type: 'string' },
  'valid-attachments': { type: 'string' },
  'state-dir': { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const

/** Reads the arguments of `exec`. Whatever is wrong with them is a UsageError that says how to put it right. */
export function parseExecOptions(argv: readonly string[]): ExecOptions {
  const { values, positionals } = parseArguments(argv, options)
  const { sandbox = false, netns, json = false, quiet = false } = values
  if (json && quiet) throw new UsageError('--json and --quiet exclude each other: --json prints everything as data')
  return {
    ...operationsAndFile(positionals),
    sandbox,
    netns: netns === undefined ? undefined : resolve(netns),
    plugins: pluginDirectories(values.plugins ?? []),
    containerId: valid('container-id', values['container-id'] ?? 'cni-conformance', isContainerId, containerIdRule),
    ifname: valid('ifname', values.ifname ?? 'eth0', isInterfaceName, ifnameRule),
    args: values.args === undefined ? undefined : valid('args', values.args, isCniArgs, 'KEY=VALUE;KEY=VALUE'),
    capabilityArguments: capabilities(values.capability),
    specVersion: specVersion(values['spec-version']),
    validAttachments: attachments(values['valid-attachments']),
    stateDirectory: values['state-dir'] === undefined ? undefined : resolve(values['state-dir']),
    timeoutMs: wholeNumber('timeout', values.timeout) ?? 30_000,
    output: json ? 'json' : quiet ? 'quiet' : 'text',
  }
}

const containerIdRule = 'a letter or digit, and then letters, digits, "_", "." and "-"'
const ifnameRule = 'the name of an interface: up to 15 bytes, no "/", no ":", no space'
const operationNames = commands.map((command) => command.toLowerCase()).join(', ')

function operationsAndFile(positionals: readonly string[]): Pick<ExecOptions, 'commands' | 'file'> {
  const file = positionals.at(-1)
  const words = positionals.slice(0, -1)
  if (file === undefined)
    throw new UsageError(`exec takes operations (${operationNames}) and then a network configuration`)
  if (isCommand(file.toUpperCase())) {
    throw new UsageError(`after the operations comes a network configuration: exec ${positionals.join(' ')} <file>`)
  }
  if (words.length === 0) throw new UsageError(`before ${file} comes what to do with it: ${operationNames}`)
  return { commands: words.map(operation), file }
}

function operation(word: string): Command {
  const command = word.toUpperCase()
  if (isCommand(command)) return command
  throw new UsageError(`${word} is no operation; there are ${operationNames}, and one network configuration after them`)
}

function valid(option: string, value: string, isValid: (value: string) => boolean, rule: string): string {
  if (isValid(value)) return value
  throw new UsageError(`--${option} takes ${rule}, not ${JSON.stringify(value)}`)
}

function isCniArgs(text: string): boolean {
  return parseArgs(text) !== undefined
}

function pluginDirectories(values: readonly string[]): readonly string[] {
  const paths = values.flatMap((value) => value.split(/[,:]/)).filter((path) => path !== '')
  return paths.map((path) => {
    const absolute = resolve(path)
    if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) return absolute
    throw new UsageError(`--plugins ${path} is no directory`)
  })
}

function capabilities(values: readonly string[] | undefined): JsonObject | undefined {
  if (values === undefined) return undefined
  return Object.fromEntries(
    values.map((value) => {
      const equals = value.indexOf('=')
      if (equals < 1)
        throw new UsageError(`--capability takes name=json, such as mac='"c2:11:22:33:44:55"', not ${value}`)
      const name = value.slice(0, equals)
      return [name, parseJson(`--capability ${name}`, value.slice(equals + 1))]
    }),
  )
}

function specVersion(value: string | undefined): SpecVersion | undefined {
  if (value === undefined || isSpecVersion(value)) return value
  throw new UsageError(`--spec-version takes one of ${specVersions.join(', ')}, not ${JSON.stringify(value)}`)
}

function attachments(value: string | undefined): readonly Json[] | undefined {
  if (value === undefined) return undefined
  const list = parseJson('--valid-attachments', value)
  if (Array.isArray(list) && list.every(isAttachment)) return list
  throw new UsageError('--valid-attachments takes a list such as \'[{"containerID":"c1","ifname":"eth0"}]\', or \'[]\'')
}

function isAttachment(value: Json): boolean {
  return isJsonObject(value) && typeof value.containerID === 'string' && typeof value.ifname === 'string'
}

function parseJson(option: string, text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${option} takes JSON, not ${text}`)
  }
}
