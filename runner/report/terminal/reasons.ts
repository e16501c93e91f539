import { groupBy } from '../../../spec/group-by.ts'
import type { CaseResult, Report } from '../../../spec/report.ts'
import type { Verdict } from '../../../spec/verdict.ts'
import { checkId } from '../check-id.ts'
import { foldReasons } from '../fold.ts'
import { visibleInline } from '../visible.ts'
import { listed, type Page, paragraph } from './page.ts'

const maxChecks = 8

/** The cases with a verdict that has no violation to show, folded by the reason. */
export function reasonList(page: Page, { results }: Report, verdict: Verdict): readonly string[] {
  return foldReasons(results, verdict).flatMap((cases) => [
    ...paragraph(page, 2, cases[0].message || 'no reason is recorded'),
    ...groupBy(cases, ({ target }) => target).flatMap((ofTarget) => paragraph(page, 4, affected(page, ofTarget))),
    '',
  ])
}

function affected(page: Page, results: readonly [CaseResult, ...CaseResult[]]): string {
  const checks = [...new Set(results.map(checkId))]
  const cases = results.length === 1 ? '1 case' : `${results.length} cases`
  return visibleInline(`${results[0].target}, ${cases}: ${listed(page, checks, maxChecks)}`)
}
