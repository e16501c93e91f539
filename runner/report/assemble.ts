import { arch, release } from 'node:os'
import type { JsonObject } from '../../spec/json.ts'
import { judge } from '../../spec/judgement.ts'
import type { BaselineOutcome, CaseResult, Report } from '../../spec/report.ts'
import type { Level } from '../../spec/requirement.ts'
import { summarise } from '../../spec/summary.ts'
import type { Target } from '../../spec/target.ts'
import { packageVersion } from '../package-root.ts'
import { privileges } from '../sandbox/holder.ts'

export interface ReportParts {
  readonly startedAt: Date
  readonly targets: readonly Target[]
  readonly results: readonly CaseResult[]
  readonly distrust: readonly string[]
  readonly baseline: BaselineOutcome | null
  /** The lowest level whose violation counts. */
  readonly level: Level
  /** The options of the command line. */
  readonly options: JsonObject
}

/** The report on a run that ends now, on this machine. */
export function assembleReport({
  startedAt,
  targets,
  results,
  distrust,
  baseline,
  level,
  options,
}: ReportParts): Report {
  return {
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
    summary: summarise(results.filter(({ group }) => group === 'specification')),
    behaviours: summarise(results.filter(({ group }) => group === 'behaviour')),
    ...judge(results, level, baseline),
    baseline,
    distrust,
    options,
    targets: targets.map(({ name, path, kind, versions, profile }) => ({
      name,
      path,
      kind: kind ?? null,
      versions,
      profile: profile ?? null,
    })),
    results,
  }
}
