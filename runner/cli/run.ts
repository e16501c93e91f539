import { randomInt } from 'node:crypto'
import { plan, type Selection, selectsSomething } from '../../spec/plan.ts'
import { requirementsById } from '../../spec/registry.ts'
import { type Level, levels } from '../../spec/requirement.ts'
import { isSpecVersion, type SpecVersion, specVersions } from '../../spec/versions.ts'
import { runSuites } from '../engine/run-suites.ts'
import { UsageError } from '../fault.ts'
import { packageRoot } from '../package-root.ts'
import { assembleReport } from '../report/assemble.ts'
import { join } from '../report/join.ts'
import { parseReporters, writeReports } from '../report/reporters.ts'
import { type Discovery, discover, referencePlugins } from '../targets/discover.ts'
import { listOf, parseArguments, wholeNumber } from './arguments.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { givenKernel } from './kernel.ts'
import { progress } from './progress.ts'
import { requestedBaseline, settle } from './run/baseline.ts'
import { checkNames } from './run/baseline-names.ts'
import { failureDetector } from './run/first-failure.ts'

const options = {
  only: { type: 'string', multiple: true },
  conf: { type: 'string', multiple: true },
  'spec-version': { type: 'string', multiple: true },
  requirement: { type: 'string', multiple: true },
  level: { type: 'string' },
  strict: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  reporter: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  timeout: { type: 'string' },
  fuzz: { type: 'string' },
  seed: { type: 'string' },
  bail: { type: 'boolean' },
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
  --baseline <file>         known deviations, which do not fail the run
  --update-baseline         write the violations of this run to that file, and keep the reasons in it
  --reporter <name[=path]>  terminal, json or junit, to standard output or a file (repeatable; default: terminal)
  --jobs <n>                how many checks may be under way at a time (default: 8)
  --timeout <ms>            deadline of one execution of a plugin (default: 10000)
  --kernel host|uml         run on the kernel of this machine (the default), or on one in User-Mode Linux, which
                            has vlan, ipvlan, vrf and dummy links, and where a plugin takes ten times as long
  --fuzz <n>                instead of the ordinary checks, make n requests at random for each check that can do so
  --seed <n>                the order of the cases, and what --fuzz makes, follow from this number
  --bail                    stop after the first case that fails the run
  --verbose                 warnings in full, and what was not applicable
  --quiet                   only the verdict

Exit status: 0 conformant, or deviating as the baseline says; 1 not conformant, or the baseline is out of date; 2 wrong usage or nothing selected; 3 the verdict cannot be trusted.`

/** Judges plugins. */
export const run: CliCommand = {
  help,
  // A plugin that starts in 50 ms takes half a second there, and there is one processor.
  onSlowMachine: ['--timeout', '60000', '--jobs', '2'],
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
  const { generated, seed } = randomness(values)
  const destinations = parseReporters(values.reporter ?? [])
  const baseline = requestedBaseline({
    path: values.baseline,
    update: values['update-baseline'] ?? false,
    bail: values.bail ?? false,
    directory: path,
  })

  const kernel = givenKernel(process.env)

  const startedAt = new Date()
  const today = startedAt.toISOString().slice(0, 10)
  const discovery = await discover({
    path,
    ...(only === undefined ? {} : { only }),
    networkFiles: values.conf ?? [],
    timeoutMs,
  })
  for (const warning of discovery.warnings) process.stderr.write(`cni-conformance: ${warning}\n`)
  if (baseline !== undefined) checkNames(baseline, discovery.targets)
  const selection: Selection = {
    ...(specVersionsWanted === undefined ? {} : { specVersions: specVersionsWanted }),
    ...(requirements === undefined ? {} : { requirements }),
    generated: generated !== undefined,
  }
  const planned = plan(discovery.targets, selection)
  const cases = planned.filter(({ excuse }) => excuse === undefined)
  if (cases.length === 0) throw new UsageError(nothingToRun(discovery))

  const show = progress(process.stderr, cases.length, values.quiet ?? false)
  const stop = new AbortController()
  const isFailure = failureDetector({ planned, strict, level, baseline, today })
  const { endings, troubles } = await runSuites(
    {
      targets: discovery.targets,
      cases,
      cniPath: discovery.cniPath,
      visible: [...discovery.cniPath, packageRoot],
      timeoutMs,
      ...(generated === undefined ? {} : { generated }),
    },
    { jobs, seed },
    (ending) => {
      show.advance(ending)
      if (values.bail && isFailure(ending)) stop.abort()
    },
    stop.signal,
  )
  show.end()
  const joined = join(planned, endings, { strict, stopped: stop.signal.aborted })
  const distrust = [...troubles, ...joined.distrust]
  const subject = { plan: plan(discovery.targets, { generated: generated !== undefined }), results: joined.results }
  const { results, outcome } = await settle(baseline, subject, { today, isTrusted: distrust.length === 0 })
  const report = assembleReport({
    startedAt,
    targets: discovery.targets,
    results,
    distrust,
    baseline: outcome,
    level,
    options: {
      ...values,
      ...(seed === undefined ? {} : { seed: String(seed) }),
      ...(kernel === undefined ? {} : { kernel }),
    },
  })
  await writeReports(report, requirementsById, destinations, {
    verbose: values.verbose ?? false,
    quiet: values.quiet ?? false,
  })
  if (report.distrust.length > 0) return exitStatus.untrustworthy
  return report.acceptable ? exitStatus.ok : exitStatus.notConformant
}

/** With --fuzz there is always a seed, so that a run can be repeated. */
function randomness({ fuzz, seed }: { readonly fuzz?: string; readonly seed?: string }) {
  const runs = wholeNumber('fuzz', fuzz)
  const given = wholeNumber('seed', seed, 0)
  if (given !== undefined && given > maxSeed) throw new UsageError(`--seed takes at most ${maxSeed}, not ${given}`)
  if (runs === undefined) return { generated: undefined, seed: given }
  const chosen = given ?? randomInt(maxSeed)
  return { generated: { runs, seed: chosen }, seed: chosen }
}

/** What the generators of random numbers in use take. */
const maxSeed = 0x7fffffff

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
