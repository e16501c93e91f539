import { arch, release } from 'node:os'
import { plan, type Selection, selectsSomething } from '../../spec/plan.ts'
import { requirementsById } from '../../spec/registry.ts'
import type { Report } from '../../spec/report.ts'
import { type Level, levels } from '../../spec/requirement.ts'
import { summarise } from '../../spec/summary.ts'
import { failingVerdicts } from '../../spec/verdict.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../spec/versions.ts'
import { runSuites } from '../engine/run-suites.ts'
import { UsageError } from '../fault.ts'
import { packageRoot, packageVersion } from '../package-root.ts'
import { join } from '../report/join.ts'
import { parseReporters, writeReports } from '../report/reporters.ts'
import { privileges } from '../sandbox/holder.ts'
import { type Discovery, discover, referencePlugins } from '../targets/discover.ts'
import { listOf, parseArguments, wholeNumber } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { progress } from './progress.ts'

const options = {
  only: { type: 'string', multiple: true },
  conf: { type: 'string', multiple: true },
  'spec-version': { type: 'string', multiple: true },
  requirement: { type: 'string', multiple: true },
  level: { type: 'string' },
  strict: { type: 'boolean' },
  reporter: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  timeout: { type: 'string' },
  verbose: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const

const help = `Usage: cni-conformance [run] [dir] [options]

Judges the plugins in dir, or one plugin when dir is a file. Without dir: the included reference plugins.

Options:
  --only <type,…>           only these plugins of the directory
  --conf <file>             a .conf or .conflist to drive the plugins with that it names (repeatable)
  --spec-version <v,…>      only these versions of the specification
  --requirement <glob,…>    only these requirements or checks, such as DEL-* or ADD-003/refused
  --level must|should|may   the lowest level whose violation fails the run (default: must)
  --strict                  contested requirements count as written, and the level is should
  --reporter <name[=path]>  terminal, json or junit, to standard output or a file (repeatable; default: terminal)
  --jobs <n>                how many checks may be under way at a time (default: 8)
  --timeout <ms>            deadline of one execution of a plugin (default: 10000)
  --verbose                 warnings in full, and what was not applicable
  --quiet                   only the verdict

Exit status: 0 conformant, 1 not conformant, 2 wrong usage or nothing selected, 3 the verdict cannot be trusted.`

/** Judges plugins. */
export const run: CliCommand = {
  help,
  run: runPlugins,
}

async function runPlugins(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, options)
  const [path = referencePlugins, ...surplus] = positionals
  if (surplus.length > 0) throw new UsageError(`one directory at a time: ${surplus.join(', ')} is too much`)
  const specVersionsWanted = versionsOf(listOf(values['spec-version']))
  const requirements = requirementsOf(listOf(values.requirement))
  const strict = values.strict ?? false
  const level = levelOf(values.level) ?? (strict ? 'should' : 'must')
  const timeoutMs = wholeNumber('timeout', values.timeout, 100) ?? 10_000
  const jobs = wholeNumber('jobs', values.jobs) ?? 8
  const only = listOf(values.only)
  const destinations = parseReporters(values.reporter ?? [])

  const startedAt = new Date()
  const discovery = await discover({
    path,
    ...(only === undefined ? {} : { only }),
    networkFiles: values.conf ?? [],
    timeoutMs,
  })
  for (const warning of discovery.warnings) process.stderr.write(`cni-conformance: ${warning}\n`)
  const selection: Selection = {
    ...(specVersionsWanted === undefined ? {} : { specVersions: specVersionsWanted }),
    ...(requirements === undefined ? {} : { requirements }),
  }
  const planned = plan(discovery.targets, selection)
  const cases = planned.filter(({ excuse }) => excuse === undefined)
  if (cases.length === 0) throw new UsageError(nothingToRun(discovery))

  const show = progress(process.stderr, cases.length, values.quiet ?? false)
  const { endings, troubles } = await runSuites(
    {
      targets: discovery.targets,
      cases,
      cniPath: discovery.cniPath,
      visible: [...discovery.cniPath, packageRoot],
      timeoutMs,
    },
    jobs,
    show.advance,
  )
  show.end()
  const { results, distrust } = join(planned, endings, strict)
  const failing = failingVerdicts(level)
  const report: Report = {
    format: 'cni-conformance/report',
    formatVersion: 1,
    tool: { name: 'cni-conformance', version: packageVersion },
    environment: {
      node: process.versions.node,
      kernel: release(),
      architecture: arch(),
      privileges: privileges(),
    },
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    summary: summarise(results),
    conformant: !results.some(({ verdict }) => failing.includes(verdict)),
    distrust: [...troubles, ...distrust],
    options: { ...values },
    targets: discovery.targets.map(({ name, path: executable, kind, versions, profile }) => ({
      name,
      path: executable,
      kind: kind ?? null,
      versions,
      profile: profile ?? null,
    })),
    results,
  }
  await writeReports(report, requirementsById, destinations, {
    verbose: values.verbose ?? false,
    quiet: values.quiet ?? false,
  })
  if (report.distrust.length > 0) return exitStatus.untrustworthy
  return report.conformant ? exitStatus.ok : exitStatus.notConformant
}

function versionsOf(names: readonly string[] | undefined): readonly SpecVersion[] | undefined {
  return names?.map((name) => {
    if (isSpecVersion(name)) return name
    throw new UsageError(`--spec-version ${name}: the specification has the versions ${specVersions.join(', ')}`)
  })
}

function requirementsOf(globs: readonly string[] | undefined): readonly string[] | undefined {
  const useless = globs?.find((glob) => !selectsSomething(glob))
  if (useless !== undefined) throw new UsageError(`--requirement ${useless} selects nothing: see cni-conformance list`)
  return globs
}

function levelOf(name: string | undefined): Level | undefined {
  const level = levels.find((candidate) => candidate === name)
  if (name !== undefined && level === undefined) throw new UsageError(`--level takes ${levels.join(', ')}, not ${name}`)
  return level
}

function nothingToRun({ targets }: Discovery): string {
  const names = targets.map(({ name }) => name).join(', ')
  return `nothing to run: no selected requirement applies to ${names} in the selected versions`
}
