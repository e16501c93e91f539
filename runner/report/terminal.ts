import type { Report } from '../../spec/report.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { isViolation, type Verdict } from '../../spec/verdict.ts'
import { foldViolations } from './fold.ts'
import { baselineProblems, knownDeviations } from './terminal/baseline.ts'
import { invocationList } from './terminal/invocation.ts'
import { matrix } from './terminal/matrix.ts'
import { type Page, paint, paragraph, type TerminalOptions } from './terminal/page.ts'
import { reasonList } from './terminal/reasons.ts'
import { violation } from './terminal/violation.ts'
import { verdictSentence } from './verdict-sentence.ts'
import { visibleInline } from './visible.ts'

/** The report that a person reads. Its last line is the verdict in one sentence. */
export function terminal(
  report: Report,
  requirements: ReadonlyMap<string, Requirement>,
  options: TerminalOptions,
): string {
  const page: Page = { ...options, requirements }
  const lines = options.quiet ? [] : body(page, report)
  return `${[...lines, verdictLine(page, report)].join('\n')}\n`
}

function body(page: Page, report: Report): readonly string[] {
  const unknown = report.results.filter(({ known }) => known === null)
  const demands = unknown.filter(({ group }) => group === 'specification')
  const behaviours = unknown.filter(({ group }) => group === 'behaviour')
  const violations = (sign: 'fail' | 'warn' | 'note', evidence: boolean): readonly string[] =>
    foldViolations(demands, sign).flatMap((found) => violation(page, report, found, { sign, evidence }))
  const reasons = (title: string, verdict: Verdict): readonly string[] =>
    section(page, title, reasonList(page, report, verdict))
  return [
    ...paragraph(page, 0, origin(report)),
    '',
    ...section(page, 'Results', [...matrix(page, report), '']),
    ...section(page, 'Failures', violations('fail', true)),
    ...section(page, 'Warnings', violations('warn', page.verbose)),
    ...(page.verbose ? section(page, 'Notes', violations('note', false)) : []),
    ...section(
      page,
      'Behaviours that are not as documented',
      foldViolations(behaviours, 'warn').flatMap((found) =>
        violation(page, report, found, { sign: 'warn', evidence: page.verbose }),
      ),
    ),
    ...section(page, 'Known deviations', knownDeviations(page, report)),
    ...section(page, 'The baseline is out of date', baselineProblems(page, report)),
    ...(page.verbose ? reasons('Not applicable', 'not-applicable') : []),
    ...reasons('Blocked by an earlier failure', 'blocked'),
    ...reasons('Untestable on this machine', 'untestable'),
    ...(page.verbose ? reasons('Not run', 'not-run') : []),
    ...toolErrors(page, report),
    ...section(page, 'The verdict cannot be trusted', distrust(page, report)),
    ...hints(page, report),
  ]
}

function origin({ tool, environment, options }: Report): string {
  const { kernel, architecture, node, privileges } = environment
  const rights = privileges === 'root' ? 'as root' : 'in a user namespace'
  const { fuzz, seed } = options
  const random = typeof fuzz === 'string' ? [`${fuzz} requests at random for each check`] : []
  const order = typeof seed === 'string' ? [`seed ${seed}`] : []
  const place = `${tool.name} ${tool.version} on Linux ${kernel} (${architecture})`
  return [place, `Node ${node}`, rights, ...random, ...order].join(', ')
}

function section(page: Page, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [paint(page, ['bold'], title), '-'.repeat(title.length), ...lines]
}

/** Errors say that the tool, not a plugin, is at fault: the last thing to be overlooked. */
function toolErrors(page: Page, report: Report): readonly string[] {
  const errors = report.results.filter(({ verdict }) => verdict === 'error')
  if (errors.length === 0) return []
  const evidence = errors.find(({ invocations }) => invocations.length > 0)?.invocations ?? []
  const title = '!!! THE TOOL FAILED: these cases say nothing about the plugins !!!'
  return [
    paint(page, ['bold', 'red'], title.slice(0, page.width)),
    ...reasonList(page, report, 'error'),
    ...invocationList(page, evidence),
  ]
}

function distrust(page: Page, report: Report): readonly string[] {
  if (report.distrust.length === 0) return []
  return [...report.distrust.flatMap((reason) => paragraph(page, 2, reason)), '']
}

function hints(page: Page, { results }: Report): readonly string[] {
  const news = results.filter(({ verdict, known }) => known === null && isViolation(verdict))
  const violated = news.length > 0
  const reproducible = news.some(({ reproducer }) => reproducer !== null)
  return [
    ...(violated ? paragraph(page, 0, 'cni-conformance explain <id> says more about a requirement.') : []),
    ...(reproducible ? paragraph(page, 0, reproducerHint) : []),
    ...(violated ? [''] : []),
  ]
}

const reproducerHint =
  'The JSON report (--reporter json=report.json) has for each violation a shell script that shows it without this tool.'

function verdictLine(page: Page, report: Report): string {
  const sentence = visibleInline(verdictSentence(report))
  const good = report.acceptable && report.distrust.length === 0
  return paint(page, ['bold', good ? 'green' : 'red'], sentence)
}
