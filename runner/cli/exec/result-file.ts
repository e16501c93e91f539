import { constants } from 'node:fs'
import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../../../spec/json.ts'
import { parseArgs } from '../../../spec/parameters.ts'
import { isSpecVersion, type SpecVersion } from '../../../spec/versions.ts'
import { Fault, messageOf } from '../../fault.ts'
import { parseDocument } from '../../invoke/outcome.ts'
import { writeFileAtomically } from '../../report/write-file.ts'
import type { Results, Stored, StoredAttachment } from './results.ts'

/** Which attachment a file is about. */
export interface ResultKey {
  readonly network: string
  readonly containerId: string
  readonly ifname: string
  readonly netns: string
  /** The version that is selected now; a result of another version cannot be handed to a plugin. */
  readonly cniVersion: SpecVersion
  /** The network configuration as it stands in its file. */
  readonly configuration: string
}

/** The directory for results unless another one is given: of the system for root, else of the user (XDG Base Directory). */
export function defaultStateDirectory(env: Readonly<Record<string, string | undefined>>, isRoot: boolean): string {
  if (isRoot) return '/var/lib/cni-conformance/results'
  const own = env.XDG_STATE_HOME?.startsWith('/') ? env.XDG_STATE_HOME : join(env.HOME ?? homedir(), '.local/state')
  return join(own, 'cni-conformance/results')
}

/**
 * Keeps the result of an attachment in a directory, by the names and in the format of libcni's cache, so that one can finish what
 * the other began. Makes the directory at once: an ADD whose result cannot be stored should not begin.
 */
export async function resultsInDirectory(directory: string, key: ResultKey): Promise<Results> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
    .then(() => access(directory, constants.W_OK))
    .catch((error: unknown) => {
      throw new Fault(
        `results of ADD are kept in ${directory}: ${messageOf(error)}; --state-dir takes another directory`,
      )
    })
  const path = join(directory, `${key.network}-${key.containerId}-${key.ifname}`)
  return {
    load: () => load(path, key),
    save: (attachment) => save(path, key, attachment),
    remove: () => rm(path, { force: true }),
  }
}

const kind = 'cniCacheV1'

async function save(
  path: string,
  key: ResultKey,
  { result, args, capabilityArguments }: StoredAttachment,
): Promise<void> {
  const document: JsonObject = {
    kind,
    containerId: key.containerId,
    config: Buffer.from(key.configuration).toString('base64'),
    ifName: key.ifname,
    networkName: key.network,
    netns: key.netns,
    ...(args === undefined ? {} : { cniArgs: [...(parseArgs(args) ?? [])] }),
    ...(capabilityArguments === undefined ? {} : { capabilityArgs: capabilityArguments }),
    result,
  }
  await writeFileAtomically(path, `${JSON.stringify(document)}\n`).catch((error: unknown) => {
    throw new Fault(`ADD succeeded, but its result could not be stored: ${messageOf(error)}; exec del undoes it`)
  })
}

async function load(path: string, key: ResultKey): Promise<Stored> {
  const damaged = (problem: string): Stored => ({ kind: 'damaged', problem: `${path} ${problem}` })
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (text instanceof Error) {
    return text.code === 'ENOENT' ? { kind: 'none' } : damaged(`cannot be read (${text.message})`)
  }
  const document = parseDocument(text)
  if (!isJsonObject(document)) return damaged('is no JSON object')
  const { result, cniArgs, capabilityArgs } = document
  if (document.kind !== kind || !isJsonObject(result)) return damaged('holds no stored result')
  // Names may hold the hyphen that separates them.
  if (
    document.networkName !== key.network ||
    document.containerId !== key.containerId ||
    document.ifName !== key.ifname
  ) {
    return damaged(
      `is about another attachment: ${JSON.stringify([document.networkName, document.containerId, document.ifName])}`,
    )
  }
  if (isSpecVersion(result.cniVersion) && result.cniVersion !== key.cniVersion) {
    return damaged(`holds a result of CNI ${result.cniVersion}, which takes --spec-version ${result.cniVersion}`)
  }
  const args = joinArgs(cniArgs)
  return {
    kind: 'attachment',
    attachment: {
      result,
      ...(args === undefined ? {} : { args }),
      ...(isJsonObject(capabilityArgs) ? { capabilityArguments: capabilityArgs } : {}),
    },
  }
}

function joinArgs(pairs: Json | undefined): string | undefined {
  return Array.isArray(pairs)
    ? pairs.map((pair: Json) => (Array.isArray(pair) ? pair.join('=') : '')).join(';')
    : undefined
}
