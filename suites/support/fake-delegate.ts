import type { Sandbox } from '../../runner/sandbox/sandbox.ts'
import type { Command } from '../../spec/commands.ts'
import { isJsonObject, type JsonObject } from '../../spec/json.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import { resultGeneration, type SpecVersion } from '../../spec/versions.ts'

/** The `type` under which a configuration names the fake delegate. */
export const fakeDelegateType = 'fake-ipam'

const directory = '/run/cni-conformance'

/** The directory of CNI_PATH that it is in. */
export const fakeDelegateDirectory = `${directory}/bin`

/** What it was called with. */
export interface DelegateCall {
  readonly command: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin: string
}

/** An IPAM plugin that writes down how it is called and answers what it is told. */
export interface FakeDelegate {
  /** The calls so far, in order. */
  calls: () => Promise<readonly DelegateCall[]>
  /** From now on it answers this command so; a command it was told nothing about succeeds without output. */
  answer: (command: Command, stdout: JsonObject, exitStatus?: number) => Promise<void>
  /** From now on it runs these lines of shell before it answers this command; `$PPID` is who runs it. */
  script: (command: Command, lines: string) => Promise<void>
}

/** Puts the fake delegate into a sandbox. It answers ADD with the addresses and routes of `fakeAllocation`. */
export async function installFakeDelegate(sandbox: Sandbox, specVersion: SpecVersion): Promise<FakeDelegate> {
  await sandbox.writeFile(`${fakeDelegateDirectory}/${fakeDelegateType}`, program, 0o755)
  await sandbox.writeFile(`${directory}/calls`, '')
  const answer = async (command: Command, stdout: JsonObject, exitStatus = 0) => {
    await sandbox.writeFile(`${directory}/${command}.stdout`, JSON.stringify(stdout))
    await sandbox.writeFile(`${directory}/${command}.exit`, String(exitStatus))
  }
  await answer('ADD', fakeResult(specVersion))
  return {
    answer,
    script: (command, lines) => sandbox.writeFile(`${directory}/${command}.sh`, `${lines}\n`),
    calls: async () => parseCalls((await sandbox.readFile(`${directory}/calls`)) ?? ''),
  }
}

/** A directory of CNI_PATH that has no delegate, unless `installDecoy` puts one there. */
export const otherDirectory = `${directory}/other`

/** Puts a plugin of the same name, which fails, into the other directory. */
export async function installDecoy(sandbox: Sandbox): Promise<void> {
  await sandbox.writeFile(`${otherDirectory}/${fakeDelegateType}`, '#!/bin/sh\nexit 1\n', 0o755)
}

/** The configuration with its IPAM plugin replaced by the fake one. */
export function withFakeDelegate(plugin: PluginConfiguration): PluginConfiguration {
  return { ...plugin, ipam: { type: fakeDelegateType, pool: ['kept', { as: 'it is' }] }, 'x-unknown': { kept: true } }
}

/** What the fake delegate allocates: in ranges of its own, so that nothing else can be the cause of what is seen. */
export const fakeAllocation = {
  address: '10.99.7.5/24',
  gateway: '10.99.7.1',
  route: '10.98.0.0/16',
} as const

export interface FakeRoute {
  readonly dst: string
  readonly gw: string
}

/** What the fake delegate returns, with another route if need be. */
export function fakeResult(cniVersion: SpecVersion, route: Partial<FakeRoute> = {}): JsonObject {
  const { address, gateway, route: dst } = fakeAllocation
  const routes = [{ dst, gw: gateway, ...route }]
  switch (resultGeneration(cniVersion)) {
    case 'ip4-ip6':
      return { cniVersion, ip4: { ip: address, gateway, routes } }
    case 'ips-with-version':
      return { cniVersion, ips: [{ version: '4', address, gateway }], routes }
    case 'ips':
      return { cniVersion, ips: [{ address, gateway }], routes }
  }
}

/**
 * A shell starts ten times as fast as anything else. It reads the environment from the kernel, since a shell adds variables of
 * its own, and encodes what it writes down, since both may hold any byte.
 */
const program = `#!/bin/sh
environment=$(base64 -w 0 "/proc/$$/environ")
input=$(base64 -w 0)
echo "$CNI_COMMAND $environment $input" >> ${directory}/calls
answer=${directory}/$CNI_COMMAND
[ ! -e "$answer.sh" ] || . "$answer.sh"
[ ! -e "$answer.stdout" ] || cat "$answer.stdout"
[ ! -e "$answer.exit" ] || exit "$(cat "$answer.exit")"
`

function parseCalls(text: string): readonly DelegateCall[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [command = '', environment = '', input = ''] = line.split(' ')
      return { command, env: parseEnvironment(decode(environment)), stdin: decode(input) }
    })
}

function parseEnvironment(text: string): Readonly<Record<string, string>> {
  const entries = text.split('\0').filter((entry) => entry.includes('='))
  return Object.fromEntries(
    entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  )
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString()
}

/** A request as the delegate got it, for comparing it with the one that was sent. */
export function parseRequest(stdin: string): JsonObject {
  const document: unknown = JSON.parse(stdin)
  return isJsonObject(document) ? document : {}
}
