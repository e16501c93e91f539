import type { BaselineEntry } from '../../../spec/baseline.ts'
import { groupBy } from '../../../spec/group-by.ts'
import type { KnownDeviation, Report } from '../../../spec/report.ts'
import { checkId } from '../check-id.ts'
import { visibleInline } from '../visible.ts'
import { copyable, labelled, listed, type Page, paint, paragraph } from './page.ts'

const maxChecks = 8

/** The violations that the baseline knows, those of a target with the same reason taken together. */
export function knownDeviations(page: Page, { results }: Report): readonly string[] {
  const deviations = results.flatMap((result) => (result.known === null ? [] : [{ result, known: result.known }]))
  return groupBy(deviations, ({ result, known }) => `${result.target}\n${known.reason}`).flatMap((group) => {
    const [{ result, known }] = group
    const checks = [...new Set(group.map((deviation) => checkId(deviation.result)))]
    const versions = [...new Set(group.flatMap((deviation) => deviation.result.specVersion ?? []))]
    const target = paint(page, ['bold'], visibleInline(result.target))
    return [
      `${paint(page, ['bold', 'yellow'], 'known')}  ${target}  ${visibleInline(listed(page, checks, maxChecks))}`,
      ...(versions.length === 0 ? [] : paragraph(page, 2, `in ${versions.join(', ')}`)),
      ...explanation(page, known),
      '',
    ]
  })
}

/** What makes a baseline wrong: entries that nothing needs any more, and entries that have expired. */
export function baselineProblems(page: Page, { baseline }: Report): readonly string[] {
  if (baseline === null) return []
  const problems = [
    ...baseline.stale.map((entry) => `${nameOf(entry)} passes now: remove the entry, or call --update-baseline.`),
    ...baseline.expired.map(
      (entry) => `${nameOf(entry)} was excused until ${entry.expires}, and is not any more: ${entry.reason}`,
    ),
  ]
  return problems.length === 0 ? [] : [...problems.flatMap((problem) => paragraph(page, 2, problem)), '']
}

function explanation(page: Page, { reason, issue, expires }: KnownDeviation): readonly string[] {
  return [
    ...labelled(page, 'reason', reason),
    ...(issue === null ? [] : copyable(page, 'issue', [issue])),
    ...labelled(page, 'until', expires),
  ]
}

function nameOf({ target, requirement, specVersions }: BaselineEntry): string {
  const versions = specVersions === undefined ? '' : ` in ${specVersions.join(', ')}`
  return visibleInline(`${target} ${requirement}${versions}`)
}
