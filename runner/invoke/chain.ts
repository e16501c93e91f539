import { type Command, operations } from '../../spec/commands.ts'
import { isJsonObject, type Json, type JsonObject } from '../../spec/json.ts'
import type { OutcomeKind } from '../../spec/report.ts'
import type { PluginConfiguration } from '../../spec/target.ts'
import type { SpecVersion } from '../../spec/versions.ts'
import type { Network } from '../targets/network-file.ts'
import { deriveRequest, takesPrevResult } from './derive.ts'
import type { Invocation, InvocationRequest } from './invoke.ts'

/** What a runtime says about one attachment (section 3, Attachment Parameters). */
export interface AttachmentParameters {
  readonly containerId: string
  /** A path; absent where there is no namespace any more, which only DEL allows. */
  readonly netns?: string
  readonly ifname: string
  /** For CNI_ARGS. */
  readonly args?: string
  /** Values for capabilities, by capability. */
  readonly capabilityArguments?: JsonObject
}

/** One operation on a network configuration. */
export interface ChainCall {
  readonly command: Command
  readonly network: Network
  readonly cniVersion: SpecVersion
  /** Directories for CNI_PATH. */
  readonly cniPath: readonly string[]
  /** Only ADD, CHECK and DEL are about an attachment; the others leave it out of account. */
  readonly attachment: AttachmentParameters
  /** The final result of the ADD, for CHECK and DEL. */
  readonly prevResult?: Json
  /** For GC. Absent: the plugins are not told, and have to remove nothing (stand A-12). */
  readonly validAttachments?: readonly Json[]
  readonly timeoutMs: number
}

/** How a chain gets at plugins. */
export interface ChainMeans {
  /** The executable of a type; undefined when there is none (section 3, step 1 of each procedure). */
  readonly locate: (type: string) => string | undefined
  readonly execute: (request: InvocationRequest) => Promise<Invocation>
}

/** Why a plugin did not do its part: it is not there, ADD or VERSION went without a result, or what its execution came to. */
export type StepFailure = 'not-found' | 'no-result' | Exclude<OutcomeKind, 'success'>

/** What came of one plugin of a chain. */
export interface ChainStep {
  readonly type: string
  /** Undefined when the plugin was not found. */
  readonly invocation: Invocation | undefined
  /** Undefined when it succeeded. */
  readonly failure: StepFailure | undefined
}

/**
 * Runs an operation on the plugins of a network as section 3 has it, and hands out each step as it is done: DEL in reverse order,
 * the others forwards; each plugin of an ADD gets the result of the one before it, all of CHECK and DEL the final result of the
 * ADD. The first failure ends ADD, CHECK, DEL and STATUS (stands ). GC goes on, and so does VERSION, which asks every
 * plugin on its own.
 */
export async function* runChain(call: ChainCall, means: ChainMeans): AsyncGenerator<ChainStep, void, undefined> {
  let { prevResult } = call.command === 'ADD' ? { prevResult: undefined } : call
  for (const plugin of inOrder(call)) {
    const step = await runStep(call, means, plugin, prevResult)
    yield step
    if (step.failure !== undefined && !goesOn(call.command)) return
    if (call.command === 'ADD') prevResult = step.invocation?.document
  }
}

/** The key by which the network forbids an operation, which then succeeds without a call (section 1; section 3). */
export function forbiddenBy(command: Command, network: Network): 'disableCheck' | 'disableGC' | undefined {
  if (command === 'CHECK' && network.disableCheck) return 'disableCheck'
  if (command === 'GC' && network.disableGC) return 'disableGC'
  return undefined
}

/** What a runtime has to store after an ADD: the result of the last plugin; undefined unless all of them succeeded. */
export function finalResult(steps: readonly ChainStep[]): JsonObject | undefined {
  const document = steps.at(-1)?.invocation?.document
  return steps.every(({ failure }) => failure === undefined) && isJsonObject(document) ? document : undefined
}

/** Whether an operation is about one attachment, so that it takes a container ID. */
export function concernsAttachment(command: Command): boolean {
  return operations[command].required.includes('CNI_CONTAINERID')
}

function inOrder({ command, network }: ChainCall): readonly PluginConfiguration[] {
  if (forbiddenBy(command, network) !== undefined) return []
  return command === 'DEL' ? network.plugins.toReversed() : network.plugins
}

function goesOn(command: Command): boolean {
  return command === 'GC' || command === 'VERSION'
}

async function runStep(
  call: ChainCall,
  { locate, execute }: ChainMeans,
  plugin: PluginConfiguration,
  prevResult: Json | undefined,
): Promise<ChainStep> {
  const { type } = plugin
  const executable = locate(type)
  if (executable === undefined) return { type, invocation: undefined, failure: 'not-found' }
  const invocation = await execute({
    executable,
    env: environment(call),
    stdin: JSON.stringify(request(call, plugin, prevResult)),
    timeoutMs: call.timeoutMs,
  })
  return { type, invocation, failure: failureOf(call.command, invocation) }
}

function failureOf(command: Command, { record, document }: Invocation): StepFailure | undefined {
  if (record.outcome !== 'success') return record.outcome
  const needsResult = command === 'ADD' || command === 'VERSION'
  return needsResult && !isJsonObject(document) ? 'no-result' : undefined
}

function environment({ command, attachment, cniPath }: ChainCall): Readonly<Record<string, string>> {
  const { containerId, netns, ifname, args } = attachment
  const own = {
    CNI_CONTAINERID: containerId,
    ...(netns === undefined ? {} : { CNI_NETNS: netns }),
    CNI_IFNAME: ifname,
    ...(args === undefined ? {} : { CNI_ARGS: args }),
  }
  return {
    CNI_COMMAND: command,
    ...(concernsAttachment(command) ? own : {}),
    CNI_PATH: cniPath.join(':'),
  }
}

function request(call: ChainCall, plugin: PluginConfiguration, prevResult: Json | undefined): JsonObject {
  const { command, cniVersion, network, attachment, validAttachments } = call
  if (command === 'VERSION') return { cniVersion }
  const derivation = { cniVersion, network: network.name, plugin }
  if (command === 'GC') return { ...deriveRequest(derivation), ...attachmentKeys(validAttachments) }
  if (!concernsAttachment(command)) return deriveRequest(derivation)
  const { capabilityArguments } = attachment
  return deriveRequest({
    ...derivation,
    ...(capabilityArguments === undefined ? {} : { capabilityArguments }),
    ...(prevResult !== undefined && takesPrevResult(command, cniVersion) ? { prevResult } : {}),
  })
}

/** The two texts that are called 1.1.0 name the key differently, so both are sent (stand A-11). */
export const attachmentListKeys = ['cni.dev/valid-attachments', 'cni.dev/attachments'] as const

function attachmentKeys(valid: readonly Json[] | undefined): JsonObject {
  return valid === undefined ? {} : Object.fromEntries(attachmentListKeys.map((key) => [key, valid]))
}
