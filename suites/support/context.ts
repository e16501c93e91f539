import { inject } from 'vitest'
import type { RunContext } from '../../runner/engine/provided.ts'
import { deriveRequest, takesPrevResult } from '../../runner/invoke/derive.ts'
import { type Invocation, invoke } from '../../runner/invoke/invoke.ts'
import { locatePlugin } from '../../runner/invoke/locate.ts'
import type { Container } from '../../runner/sandbox/container.ts'
import { Sandbox } from '../../runner/sandbox/sandbox.ts'
import { isJsonObject, type JsonObject } from '../../spec/json.ts'
import type { PlannedCase } from '../../spec/plan.ts'
import type { PluginConfiguration, Target, TargetConfiguration } from '../../spec/target.ts'
import type { SpecVersion } from '../../spec/versions.ts'
import { attachmentSetup } from './attachment-setup.ts'
import { Blocked, demandSuccess } from './interruptions.ts'
import { type CallOptions, defaultContainerId, type Plugin, plugin } from './plugin.ts'

/** A container that the plugin was added to, successfully. */
export interface Attachment {
  readonly container: Container
  readonly containerId: string
  readonly ifname: string
  /** What the plugins before it in the chain returned; undefined at the head of a chain. */
  readonly before: JsonObject | undefined
  readonly result: JsonObject
  readonly invocation: Invocation
  /** Options for further calls about this attachment, with the result of the ADD as prevResult. */
  readonly call: CallOptions
}

/** Options of an ADD for which everything is ready. */
export type PreparedCall = CallOptions & { readonly container: Container }

/** What a check gets to work with: a sandbox of its own, and the plugin under test. */
export interface CheckContext {
  readonly sandbox: Sandbox
  readonly plugin: Plugin
  readonly target: Target
  readonly specVersion: SpecVersion
  readonly configuration: TargetConfiguration | null
  /** Directories for CNI_PATH. */
  readonly cniPath: readonly string[]
  /**
   * Runs the plugins that come before it in the chain, and returns options for an ADD after them.
   *
   * @param before instead of those of the configuration
   */
  prepare: (options?: CallOptions, before?: readonly PluginConfiguration[]) => Promise<PreparedCall>
  /** ADD after `prepare`, which has to succeed, else the check is blocked. */
  attachPrepared: (prepared: PreparedCall) => Promise<Attachment>
  /** Both: ADD to a container, by default a new one. */
  attach: (options?: CallOptions) => Promise<Attachment>
  /** The same in another sandbox, which the caller destroys. */
  again: () => Promise<CheckContext>
}

/** Makes the sandbox of a case. The caller destroys it. */
export async function openContext(planned: PlannedCase): Promise<CheckContext> {
  const run = inject('run')
  const target = run.targets.find(({ name }) => name === planned.target)
  if (target === undefined || planned.specVersion === null) throw new Error(`${planned.id} has nothing to run`)
  const configuration = target.configurations.find(({ name }) => name === planned.configuration) ?? null
  const sandbox = await Sandbox.create(run.visible, { readOnlyRoot: run.generated !== undefined })
  for (const argv of target.hostSetup) await sandbox.run(argv)
  const { specVersion } = planned
  const driver = plugin({ sandbox, target, specVersion, configuration, cniPath: run.cniPath, timeoutMs: run.timeoutMs })
  const setUp = attachmentSetup(sandbox, target)
  const prepare: CheckContext['prepare'] = async (options = {}, before = configuration?.before ?? []) => {
    const container = options.container ?? (await sandbox.addContainer())
    await setUp({ container, ifname: options.ifname ?? target.ifname })
    return runBefore({ run, sandbox, target, specVersion, configuration, before }, { ...options, container })
  }
  const attachPrepared = async (prepared: PreparedCall): Promise<Attachment> => {
    const invocation = demandSuccess(await driver.add(prepared), 'ADD')
    if (!isJsonObject(invocation.document)) throw new Blocked('ADD has to print a result first, but it printed none')
    return {
      container: prepared.container,
      containerId: prepared.containerId ?? defaultContainerId,
      ifname: prepared.ifname ?? target.ifname,
      before: isJsonObject(prepared.prevResult) ? prepared.prevResult : undefined,
      result: invocation.document,
      invocation,
      call: { ...prepared, prevResult: invocation.document },
    }
  }
  return {
    sandbox,
    plugin: driver,
    target,
    specVersion,
    configuration,
    cniPath: run.cniPath,
    prepare,
    attachPrepared,
    attach: async (options) => attachPrepared(await prepare(options)),
    again: () => openContext(planned),
  }
}

interface Chain {
  readonly run: RunContext
  readonly sandbox: Sandbox
  readonly target: Target
  readonly specVersion: SpecVersion
  readonly configuration: TargetConfiguration | null
  /** The plugins that come first. */
  readonly before: readonly PluginConfiguration[]
}

async function runBefore(
  { run, sandbox, target, specVersion, configuration, before }: Chain,
  options: PreparedCall,
): Promise<PreparedCall> {
  const { container } = options
  let prevResult = options.prevResult
  for (const earlier of before) {
    const executable = locatePlugin(earlier.type, run.cniPath)
    if (executable === undefined) throw new Blocked(`${earlier.type}, which comes before it in the chain, is not there`)
    const invocation = await invoke(sandbox, {
      executable,
      env: {
        CNI_COMMAND: 'ADD',
        CNI_CONTAINERID: options.containerId ?? defaultContainerId,
        CNI_NETNS: container.netns,
        CNI_IFNAME: options.ifname ?? target.ifname,
        CNI_PATH: run.cniPath.join(':'),
      },
      stdin: JSON.stringify(
        deriveRequest({
          cniVersion: specVersion,
          network: options.network ?? configuration?.network ?? 'net',
          plugin: earlier,
          ...(prevResult !== undefined && takesPrevResult('ADD', specVersion) ? { prevResult } : {}),
        }),
      ),
      timeoutMs: run.timeoutMs,
    })
    demandSuccess(invocation, `ADD of ${earlier.type}, which comes before it in the chain,`)
    prevResult = invocation.document
  }
  return { ...options, container, ...(prevResult === undefined ? {} : { prevResult }) }
}
