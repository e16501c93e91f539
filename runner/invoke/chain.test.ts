import { describe, expect, test } from 'vitest'
import type { Command } from '../../spec/commands.ts'
import type { JsonObject } from '../../spec/json.ts'
import { specVersions } from '../../spec/versions.ts'
import type { Network } from '../targets/network-file.ts'
import { type ChainCall, type ChainStep, finalResult, runChain } from './chain.ts'
import type { Invocation, InvocationRequest } from './invoke.ts'
import { classify, parseDocument } from './outcome.ts'

const network: Network = {
  name: 'dbnet',
  cniVersion: '1.1.0',
  versions: ['1.1.0'],
  disableCheck: false,
  disableGC: false,
  plugins: [
    { type: 'bridge', ipam: { type: 'host-local' } },
    { type: 'tuning', capabilities: { mac: true } },
    { type: 'portmap', capabilities: { portMappings: true, mac: false } },
  ],
}

const call: Omit<ChainCall, 'command'> = {
  network,
  cniVersion: '1.1.0',
  cniPath: ['/opt/cni/bin', '/usr/lib/cni'],
  attachment: {
    containerId: 'c1',
    netns: '/run/netns/c1',
    ifname: 'eth0',
    args: 'A=B',
    capabilityArguments: { mac: 'c2:11:22:33:44:55', portMappings: [] },
  },
  prevResult: { cniVersion: '1.1.0', of: 'the ADD' },
  validAttachments: [{ containerID: 'c1', ifname: 'eth0' }],
  timeoutMs: 1000,
}

interface Answer {
  readonly stdout?: string
  readonly exitCode?: number
  readonly signal?: string
}

/** Runs a chain whose plugins answer as told, or as plugins do that succeed. */
async function run(
  options: Partial<ChainCall> & { readonly command: Command },
  answers: Readonly<Record<string, Answer>> = {},
) {
  const requests: InvocationRequest[] = []
  const steps: ChainStep[] = []
  const means = {
    locate: (type: string) => (type === 'absent' ? undefined : `/opt/cni/bin/${type}`),
    execute: (request: InvocationRequest): Promise<Invocation> => {
      requests.push(request)
      const type = request.executable.replace(/^.*\//, '')
      const { stdout = defaultOutput(options.command, type), exitCode = 0, signal = null } = answers[type] ?? {}
      const outcome = classify({ exitCode, signal, timedOut: false, flooded: false, stdout })
      const record = {
        ...request,
        stdin: String(request.stdin),
        command: options.command,
        stdout,
        stderr: '',
        truncated: false,
        exitCode,
        signal,
        outcome,
        durationMs: 1,
      }
      return Promise.resolve({ record, document: parseDocument(stdout) })
    },
  }
  for await (const step of runChain({ ...call, ...options }, means)) steps.push(step)
  return { steps, requests, inputs: requests.map(({ stdin }): JsonObject => JSON.parse(String(stdin))) }
}

function defaultOutput(command: Command, type: string): string {
  if (command === 'ADD') return JSON.stringify({ cniVersion: '1.1.0', of: type })
  return command === 'VERSION' ? '{"cniVersion":"1.1.0","supportedVersions":["1.1.0"]}' : ''
}

const failing: Answer = { stdout: '{"code":11,"msg":"try again"}', exitCode: 1 }

const types = (steps: readonly ChainStep[]) => steps.map(({ type }) => type)

describe('the order', () => {
  test.each(['ADD', 'CHECK', 'STATUS', 'GC', 'VERSION'] as const)('%s runs forwards', async (command) => {
    expect(types((await run({ command })).steps)).toEqual(['bridge', 'tuning', 'portmap'])
  })

  test('DEL runs in reverse', async () => {
    expect(types((await run({ command: 'DEL' })).steps)).toEqual(['portmap', 'tuning', 'bridge'])
  })

  test('steps are handed out as they are done', async () => {
    const executed: string[] = []
    const chain = runChain(
      { ...call, command: 'STATUS' },
      {
        locate: (type) => type,
        execute: (request) => {
          executed.push(request.executable)
          return Promise.reject(new Error('the machine is at fault'))
        },
      },
    )
    await expect(chain.next()).rejects.toThrow('the machine is at fault')
    expect(executed).toEqual(['bridge'])
  })
})

describe('the first failure', () => {
  test.each(['ADD', 'CHECK', 'STATUS'] as const)('ends %s', async (command) => {
    const { steps } = await run({ command }, { tuning: failing })
    expect(steps.map(({ type, failure }) => [type, failure])).toEqual([
      ['bridge', undefined],
      ['tuning', 'cni-error'],
    ])
  })

  test('ends DEL', async () => {
    expect(types((await run({ command: 'DEL' }, { tuning: failing })).steps)).toEqual(['portmap', 'tuning'])
  })

  test.each(['GC', 'VERSION'] as const)('does not end %s', async (command) => {
    const { steps } = await run({ command }, { bridge: failing, tuning: failing })
    expect(steps.map(({ failure }) => failure)).toEqual(['cni-error', 'cni-error', undefined])
  })

  test('may be a crash', async () => {
    const { steps } = await run({ command: 'ADD' }, { bridge: { signal: 'SIGSEGV' } })
    expect(steps.map(({ failure }) => failure)).toEqual(['crash'])
  })

  test.each(['ADD', 'VERSION'] as const)('may be %s without a result', async (command) => {
    expect((await run({ command }, { bridge: { stdout: '' } })).steps[0]?.failure).toBe('no-result')
  })

  test('may be a plugin that is not there', async () => {
    const plugins = [{ type: 'absent' }, { type: 'tuning' }]
    const add = await run({ command: 'ADD', network: { ...network, plugins } })
    expect(add.steps).toEqual([{ type: 'absent', invocation: undefined, failure: 'not-found' }])
    expect(types((await run({ command: 'GC', network: { ...network, plugins } })).steps)).toEqual(['absent', 'tuning'])
  })
})

describe('prevResult', () => {
  test('of ADD: none for the first plugin, whatever is stored, and the previous result for the others', async () => {
    const { inputs } = await run({ command: 'ADD' })
    expect(inputs.map(({ prevResult }) => prevResult)).toEqual([
      undefined,
      { cniVersion: '1.1.0', of: 'bridge' },
      { cniVersion: '1.1.0', of: 'tuning' },
    ])
  })

  test.each(['CHECK', 'DEL'] as const)('of %s: the final result of the ADD for each', async (command) => {
    const { inputs } = await run({ command })
    expect(inputs.map(({ prevResult }) => prevResult)).toEqual(Array(3).fill(call.prevResult))
  })

  test.each(['STATUS', 'GC'] as const)('of %s: none', async (command) => {
    for (const input of (await run({ command })).inputs) expect(input).not.toHaveProperty('prevResult')
  })

  test.each(specVersions)('%s: as the version has it', async (cniVersion) => {
    const handedOn = (await run({ command: 'ADD', cniVersion })).inputs.map((input) => 'prevResult' in input)
    const hasChains = !['0.1.0', '0.2.0'].includes(cniVersion)
    expect(handedOn).toEqual([false, hasChains, hasChains])
    const given = (await run({ command: 'DEL', cniVersion })).inputs.map((input) => 'prevResult' in input)
    expect(given).toEqual(Array(3).fill(['0.4.0', '1.0.0', '1.1.0'].includes(cniVersion)))
  })
})

describe('the request', () => {
  test('has the name, the selected version and the keys of the plugin', async () => {
    const { inputs } = await run({ command: 'ADD', cniVersion: '1.0.0' })
    expect(inputs[0]).toEqual({ cniVersion: '1.0.0', name: 'dbnet', type: 'bridge', ipam: { type: 'host-local' } })
  })

  test('has, instead of capabilities, the values of those that the plugin declares', async () => {
    const { inputs } = await run({ command: 'ADD' })
    expect(inputs.map(({ capabilities }) => capabilities)).toEqual([undefined, undefined, undefined])
    expect(inputs.map(({ runtimeConfig }) => runtimeConfig)).toEqual([
      undefined,
      { mac: 'c2:11:22:33:44:55' },
      { portMappings: [] },
    ])
  })

  test.each(['STATUS', 'GC'] as const)('of %s has no runtimeConfig, which is of attachments', async (command) => {
    for (const input of (await run({ command })).inputs) expect(input).not.toHaveProperty('runtimeConfig')
  })

  test('of GC names the valid attachments by both keys', async () => {
    const [input] = (await run({ command: 'GC' })).inputs
    expect(input?.['cni.dev/valid-attachments']).toEqual(call.validAttachments)
    expect(input?.['cni.dev/attachments']).toEqual(call.validAttachments)
  })

  test('of VERSION is the version alone', async () => {
    expect((await run({ command: 'VERSION' })).inputs[0]).toEqual({ cniVersion: '1.1.0' })
  })
})

describe('the environment', () => {
  const { args: _args, netns: _netns, ...bare } = call.attachment

  test.each(['ADD', 'CHECK', 'DEL'] as const)('of %s names the attachment', async (command) => {
    for (const { env } of (await run({ command })).requests) {
      expect(env).toEqual({
        CNI_COMMAND: command,
        CNI_CONTAINERID: 'c1',
        CNI_NETNS: '/run/netns/c1',
        CNI_IFNAME: 'eth0',
        CNI_ARGS: 'A=B',
        CNI_PATH: '/opt/cni/bin:/usr/lib/cni',
      })
    }
  })

  test.each(['STATUS', 'GC', 'VERSION'] as const)('of %s names none', async (command) => {
    const [request] = (await run({ command })).requests
    expect(request?.env).toEqual({ CNI_COMMAND: command, CNI_PATH: '/opt/cni/bin:/usr/lib/cni' })
  })

  test('leaves out what there is not', async () => {
    const [request] = (await run({ command: 'DEL', attachment: bare })).requests
    expect(Object.keys(request?.env ?? {})).toEqual(['CNI_COMMAND', 'CNI_CONTAINERID', 'CNI_IFNAME', 'CNI_PATH'])
  })
})

describe('a network that forbids an operation', () => {
  test('is not asked', async () => {
    expect((await run({ command: 'CHECK', network: { ...network, disableCheck: true } })).requests).toEqual([])
    expect((await run({ command: 'GC', network: { ...network, disableGC: true } })).requests).toEqual([])
  })

  test('is asked for the others', async () => {
    const forbidding = { ...network, disableCheck: true, disableGC: true }
    for (const command of ['ADD', 'DEL', 'STATUS', 'VERSION'] as const) {
      expect((await run({ command, network: forbidding })).requests).toHaveLength(3)
    }
  })
})

describe('the final result', () => {
  test('is that of the last plugin', async () => {
    expect(finalResult((await run({ command: 'ADD' })).steps)).toEqual({ cniVersion: '1.1.0', of: 'portmap' })
  })

  test('is none when a plugin failed, even if that one printed something', async () => {
    expect(finalResult((await run({ command: 'ADD' }, { portmap: failing })).steps)).toBeUndefined()
    expect(finalResult([])).toBeUndefined()
  })
})
