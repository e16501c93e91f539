import type { Command } from '../../../spec/commands.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import type { SpecVersion } from '../../../spec/versions.ts'
import {
  type AttachmentParameters,
  type ChainCall,
  type ChainMeans,
  type ChainStep,
  concernsAttachment,
  finalResult,
  forbiddenBy,
  runChain,
} from '../../invoke/chain.ts'
import { takesPrevResult } from '../../invoke/derive.ts'
import type { Network } from '../../targets/network-file.ts'
import type { KernelView, Place } from './place.ts'
import type { Results, Stored } from './results.ts'

/** What all operations of a session have in common. */
export interface SessionSetup {
  readonly place: Place
  readonly results: Results
  readonly locate: ChainMeans['locate']
  readonly network: Network
  readonly cniVersion: SpecVersion
  readonly cniPath: readonly string[]
  readonly containerId: string
  readonly ifname: string
  /** For CNI_ARGS; as with capabilities, CHECK and DEL take what the ADD had when there is none. */
  readonly args: string | undefined
  readonly capabilityArguments: JsonObject | undefined
  /** For GC; what the session itself has attached when there is none. */
  readonly validAttachments: readonly Json[] | undefined
  readonly timeoutMs: number
}

/** What came of one operation. */
export interface OperationReport {
  readonly command: Command
  readonly outcome: 'success' | 'failure' | 'not-called'
  /** Things to know about it, a sentence each. */
  readonly notes: readonly string[]
  /** The plugins that were called. */
  readonly steps: readonly ChainStep[]
  /** The final result of an ADD. */
  readonly result: JsonObject | undefined
  readonly kernel: readonly KernelView[]
}

export interface SessionReport {
  readonly operations: readonly OperationReport[]
  /** Asked for, and not run because an ADD failed. */
  readonly notRun: readonly Command[]
  /** An ADD failed, and nobody has called DEL yet. */
  readonly delIsDue: boolean
}

/** What happens, as it happens. */
export type SessionEvent =
  | { readonly kind: 'begin'; readonly command: Command; readonly notes: readonly string[] }
  | { readonly kind: 'step'; readonly command: Command; readonly step: ChainStep }
  | { readonly kind: 'end'; readonly operation: OperationReport }

type Emit = (event: SessionEvent) => void

/**
 * Runs operations one after the other, as a runtime does. After an ADD that fails only the DEL is run that has to follow it
 * (section 3, Lifecycle & Ordering): in a sandbox in any case, on a machine if it was asked for.
 */
export async function runSession(
  setup: SessionSetup,
  commands: readonly Command[],
  emit: Emit,
): Promise<SessionReport> {
  const operations: OperationReport[] = []
  for (const [index, command] of commands.entries()) {
    const operation = await runOperation(setup, command, [], emit)
    operations.push(operation)
    if (command !== 'ADD' || operation.outcome === 'success') continue
    const rest = commands.slice(index + 1)
    const del = rest.indexOf('DEL')
    if (del === -1 && setup.place.kind === 'machine') return { operations, notRun: rest, delIsDue: true }
    operations.push(await runOperation(setup, 'DEL', [afterFailedAdd], emit))
    return { operations, notRun: rest.filter((_, at) => at !== del), delIsDue: false }
  }
  return { operations, notRun: [], delIsDue: false }
}

const afterFailedAdd = 'An ADD that failed may have left something behind, so DEL has to follow it.'

async function runOperation(
  setup: SessionSetup,
  command: Command,
  reasons: readonly string[],
  emit: Emit,
): Promise<OperationReport> {
  const { place, results, locate } = setup
  const stored = await results.load()
  const call = callOf(setup, command, stored)
  const notes = [...reasons, ...notesOn(call, stored)]
  emit({ kind: 'begin', command, notes })
  const steps: ChainStep[] = []
  for await (const step of runChain(call, { locate, execute: place.execute })) {
    steps.push(step)
    emit({ kind: 'step', command, step })
  }
  const failed = steps.some(({ failure }) => failure !== undefined)
  const result = command === 'ADD' ? finalResult(steps) : undefined
  if (result !== undefined) await results.save({ ...call.attachment, result })
  if (command === 'DEL' && !failed) await results.remove()
  const operation: OperationReport = {
    command,
    outcome: failed ? 'failure' : steps.length === 0 ? 'not-called' : 'success',
    notes,
    steps,
    result,
    kernel: command === 'STATUS' || command === 'VERSION' ? [] : await place.look(),
  }
  emit({ kind: 'end', operation })
  return operation
}

function callOf(setup: SessionSetup, command: Command, stored: Stored): ChainCall {
  const { network, cniVersion, cniPath, timeoutMs } = setup
  const usesStored = stored.kind === 'attachment' && command !== 'ADD' && concernsAttachment(command)
  return {
    command,
    network,
    cniVersion,
    cniPath,
    attachment: attachmentOf(setup, usesStored ? stored : { kind: 'none' }),
    ...(usesStored ? { prevResult: stored.attachment.result } : {}),
    ...(command === 'GC' ? { validAttachments: setup.validAttachments ?? attachedNow(setup, stored) } : {}),
    timeoutMs,
  }
}

/** The same parameters as at the ADD (section 3, Checking an attachment), unless others are given. */
function attachmentOf(setup: SessionSetup, stored: Stored): AttachmentParameters {
  const { containerId, ifname, place } = setup
  const before = stored.kind === 'attachment' ? stored.attachment : undefined
  const args = setup.args ?? before?.args
  const capabilityArguments = setup.capabilityArguments ?? before?.capabilityArguments
  return {
    containerId,
    ...(place.netns === undefined ? {} : { netns: place.netns }),
    ifname,
    ...(args === undefined ? {} : { args }),
    ...(capabilityArguments === undefined ? {} : { capabilityArguments }),
  }
}

function attachedNow({ containerId, ifname }: SessionSetup, stored: Stored): readonly Json[] {
  return stored.kind === 'attachment' ? [{ containerID: containerId, ifname }] : []
}

function notesOn({ command, network, cniVersion, attachment }: ChainCall, stored: Stored): readonly string[] {
  const forbidden = forbiddenBy(command, network)
  if (forbidden !== undefined) return [`The network sets "${forbidden}", so no plugin is called, which is a success.`]
  if (command === 'ADD') return undeclared(network, attachment)
  if (command !== 'DEL' || !takesPrevResult('DEL', cniVersion) || stored.kind === 'attachment') return []
  return [
    stored.kind === 'damaged'
      ? `Warning: ${stored.problem}. DEL goes on without prevResult.`
      : 'No result of an ADD is stored, so DEL goes without prevResult.',
  ]
}

/** Values that no plugin of the network gets. */
function undeclared({ plugins }: Network, { capabilityArguments = {} }: AttachmentParameters): readonly string[] {
  return Object.keys(capabilityArguments)
    .filter((name) => !plugins.some(({ capabilities }) => isJsonObject(capabilities) && capabilities[name] === true))
    .map((name) => `Warning: no plugin gets ${name}, as none declares "capabilities": {${JSON.stringify(name)}: true}.`)
}
