import { readFileSync } from 'node:fs'
import type { SpecVersion } from '../../spec/versions.ts'
import { locatePlugin } from '../invoke/locate.ts'
import { privileges } from '../sandbox/holder.ts'
import { referencePlugins } from '../targets/discover.ts'
import { type Network, readNetworkFile } from '../targets/network-file.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { type ExecOptions, parseExecOptions } from './exec/options.ts'
import { openMachine, openSandbox, type Place } from './exec/place.ts'
import { demandAdded, demandKnown, demandPlace, selectVersion } from './exec/plan.ts'
import { printerFor } from './exec/printer.ts'
import { defaultStateDirectory, resultsInDirectory } from './exec/result-file.ts'
import { type Results, resultsInMemory } from './exec/results.ts'
import { runSession, type SessionSetup } from './exec/session.ts'

const help = `Usage: cni-conformance exec <operation…> <file> [options]

Is the runtime for a network configuration: runs its plugins as the specification has it, and shows each step.

Operations: add, check, del, status, gc, version; one or more, in the order in which they are to be run.
File: a .conf or .conflist.

  cni-conformance exec add check del del 10-mynet.conf --sandbox --plugins /opt/cni/bin
  sudo cni-conformance exec add 10-mynet.conf --netns /run/netns/blue --plugins /opt/cni/bin

Where; add, check and del need one of the two:
  --sandbox                   a network of its own with one container, thrown away at the end; needs no root
  --netns <path>              a container of this machine: the plugins work on the machine itself, as root

Options:
  --plugins <dir>             look for plugins there before the included reference plugins (repeatable; a,b or a:b)
  --container-id <id>         CNI_CONTAINERID (default: cni-conformance)
  --ifname <name>             CNI_IFNAME (default: eth0)
  --args <KEY=VALUE;…>        CNI_ARGS
  --capability <name=json>    a value for the plugins that declare this capability (repeatable)
  --spec-version <v>          default: the newest that the file names, or 0.1.0 if it names none
  --valid-attachments <json>  for gc: [{"containerID": "…", "ifname": "…"}, …]
  --state-dir <dir>           where results of add are kept for check and del, with --netns (default:
                              /var/lib/cni-conformance/results, or below $XDG_STATE_HOME for others than root)
  --timeout <ms>              deadline of one execution of a plugin (default: 30000)
  --kernel host|uml           with --sandbox: run on the kernel of this machine (the default), or on one in
                              User-Mode Linux
  --json                      all that was done, as one JSON document
  --quiet                     only results, and what went wrong

Exit status: 0 all operations succeeded, 1 a plugin failed, 2 wrong usage, 3 the machine is not fit for it.`

/** Runs a network configuration as a runtime does. */
export const exec: CliCommand = {
  help,
  onSlowMachine: [],
  run: runExec,
}

async function runExec(args: readonly string[]): Promise<ExitStatus> {
  const options = parseExecOptions(args)
  const { commands, file, output } = options
  demandPlace(options)
  const network = readNetworkFile(file)
  const cniVersion = options.specVersion ?? selectVersion(network, file)
  demandKnown(commands, cniVersion)
  const cniPath = [...options.plugins, referencePlugins]
  const place = options.sandbox
    ? await openSandbox(cniPath, output === 'json')
    : await openMachine(options.netns, commands)
  try {
    const results = await openResults(options, network, cniVersion, place)
    demandAdded(commands, network, await results.load())
    const locate = (type: string): string | undefined => locatePlugin(type, cniPath)
    const setup: SessionSetup = { ...options, place, results, locate, network, cniVersion, cniPath }
    const printer = printerFor(output, setup)
    printer.begin()
    const report = await runSession(setup, commands, printer.event)
    printer.end(report)
    return report.operations.some(({ outcome }) => outcome === 'failure') ? exitStatus.notConformant : exitStatus.ok
  } finally {
    await place.close()
  }
}

/** On a machine the result of ADD outlives this process, like the attachment itself. */
function openResults(
  { file, containerId, ifname, stateDirectory }: ExecOptions,
  network: Network,
  cniVersion: SpecVersion,
  { kind, netns }: Place,
): Promise<Results> {
  if (kind === 'sandbox' || netns === undefined) return Promise.resolve(resultsInMemory())
  return resultsInDirectory(stateDirectory ?? defaultStateDirectory(process.env, privileges() === 'root'), {
    network: network.name,
    containerId,
    ifname,
    netns,
    cniVersion,
    configuration: readFileSync(file, 'utf8'),
  })
}
