import type { Command } from '../../../spec/commands.ts'
import type { JsonObject } from '../../../spec/json.ts'
import type { InvocationRecord } from '../../../spec/report.ts'
import type { SpecVersion } from '../../../spec/versions.ts'
import { packageVersion } from '../../package-root.ts'
import { failureOf } from './failure.ts'
import type { KernelView, Place } from './place.ts'
import type { OperationReport, SessionReport, SessionSetup } from './session.ts'

/** What `exec --json` prints. */
export interface ExecDocument {
  readonly format: 'cni-conformance/exec'
  readonly formatVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly network: string
  readonly cniVersion: SpecVersion
  readonly place: Place['kind']
  readonly success: boolean
  readonly operations: readonly OperationDocument[]
  readonly notRun: readonly Command[]
  readonly delIsDue: boolean
}

interface OperationDocument extends Pick<OperationReport, 'command' | 'outcome' | 'notes'> {
  readonly result: JsonObject | null
  readonly plugins: readonly {
    readonly type: string
    /** Null when it succeeded. */
    readonly failure: { readonly kind: string; readonly message: string } | null
    /** Null when the plugin was not found. */
    readonly invocation: InvocationRecord | null
  }[]
  readonly kernel: readonly KernelView[]
}

export function execDocument(
  { network, cniVersion, place, timeoutMs }: SessionSetup,
  { operations, notRun, delIsDue }: SessionReport,
): ExecDocument {
  return {
    format: 'cni-conformance/exec',
    formatVersion: 1,
    tool: { name: 'cni-conformance', version: packageVersion },
    network: network.name,
    cniVersion,
    place: place.kind,
    success: operations.every(({ outcome }) => outcome !== 'failure'),
    operations: operations.map((operation) => operationDocument(operation, timeoutMs)),
    notRun,
    delIsDue,
  }
}

function operationDocument(
  { command, outcome, notes, result, steps, kernel }: OperationReport,
  timeoutMs: number,
): OperationDocument {
  return {
    command,
    outcome,
    notes,
    result: result ?? null,
    plugins: steps.map((step) => ({
      type: step.type,
      failure: step.failure === undefined ? null : { kind: step.failure, message: failureOf(step, timeoutMs) ?? '' },
      invocation: step.invocation?.record ?? null,
    })),
    kernel,
  }
}
