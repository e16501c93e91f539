import type { CaseResult, Report } from '../../spec/report.ts'
import type { Requirement } from '../../spec/requirement.ts'
import { sections, sectionUrl } from '../../spec/sections.ts'
import { summarise } from '../../spec/summary.ts'
import { checkId } from './check-id.ts'
import type { Page } from './terminal/page.ts'
import { violation } from './terminal/violation.ts'
import { verdictSentence } from './verdict-sentence.ts'
import { type Element, xmlDocument } from './xml.ts'

/**
 * The report as JUnit XML, which GitLab, Jenkins and GitHub actions read: a suite for each target, and one for the verdict where
 * the cases alone would look better than it is.
 */
export function junit(report: Report, requirements: ReadonlyMap<string, Requirement>): string {
  const page: Page = { requirements, colour: false, width: 100, verbose: false, quiet: false }
  const suites = [
    ...report.targets.map(({ name }) => targetSuite(page, report, name)),
    ...verdictProblems(report).map((problem) => verdictSuite(report, problem)),
  ]
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: 'cni-conformance', ...totals(suites), time: seconds(report.durationMs) },
    children: suites.map(({ element }) => element),
  })
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

interface Suite {
  readonly counts: Counts
  readonly element: Element
}

function targetSuite(page: Page, report: Report, target: string): Suite {
  const results = report.results.filter((result) => result.target === target)
  const { fail, error, blocked, notApplicable, untestable, notRun } = summarise(
    results.filter(({ known }) => known === null),
  )
  const known = results.filter((result) => result.known !== null).length
  const counts = {
    tests: results.length,
    failures: fail,
    errors: error + blocked,
    skipped: notApplicable + untestable + notRun + known,
  }
  const time = results.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const children = results.map((result) => testCase(page, report, result))
  return suite(target, { counts, time, children, timestamp: report.startedAt })
}

function testCase(page: Page, report: Report, result: CaseResult): Element {
  const { target, specVersion, configuration, title, durationMs } = result
  const place = [specVersion ?? '', configuration === null ? '' : `(${configuration})`].filter(Boolean).join(' ')
  return {
    name: 'testcase',
    attributes: {
      classname: `cni-conformance.${target}`,
      name: `${checkId(result)}${place === '' ? '' : ` ${place}`}: ${title}`,
      time: seconds(durationMs),
    },
    children: [properties(page, result), ...outcome(page, report, result)],
  }
}

function properties({ requirements }: Page, { id, requirement, level, specVersion }: CaseResult): Element {
  const section = requirements.get(requirement)?.section
  const values = {
    case: id,
    requirement,
    level,
    ...(specVersion === null ? {} : { specVersion }),
    ...(section === undefined ? {} : { section: sections[section].title, link: sectionUrl(section) }),
  }
  return {
    name: 'properties',
    children: Object.entries(values).map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
  }
}

function outcome(page: Page, report: Report, result: CaseResult): readonly Element[] {
  const { verdict, message, level, known, reproducer } = result
  const details = (sign: 'fail' | 'warn' | 'note'): string =>
    violation(page, report, { occurrences: [result], shown: result }, { sign, evidence: true }).join('\n')
  if (verdict === 'pass') return []
  if (known !== null) {
    // Readers of JUnit take what is skipped for what need not be repaired, as they do for expected failures of other tools.
    const { reason, issue } = known
    const where = issue === null ? '' : ` (${issue})`
    return [{ name: 'skipped', attributes: { message: `known: ${reason}${where}`, type: 'known' } }]
  }
  if (verdict === 'fail') {
    return [
      { name: 'failure', attributes: { message, type: level }, text: details(verdict) },
      ...(reproducer === null ? [] : [{ name: 'system-out', text: reproducer }]),
    ]
  }
  if (verdict === 'warn' || verdict === 'note') return [{ name: 'system-out', text: details(verdict) }]
  if (verdict === 'not-applicable' || verdict === 'untestable' || verdict === 'not-run') {
    return [{ name: 'skipped', attributes: { message: `${verdict}: ${message}` } }]
  }
  return [{ name: 'error', attributes: { message, type: verdict }, text: message }]
}

/** What a reader of the cases alone would not learn. */
function verdictProblems(report: Report): readonly ('error' | 'failure')[] {
  if (report.distrust.length > 0) return ['error']
  const accuses = report.results.some(
    ({ verdict, known }) => known === null && ['fail', 'error', 'blocked'].includes(verdict),
  )
  return !report.acceptable && !accuses ? ['failure'] : []
}

function verdictSuite(report: Report, problem: 'error' | 'failure'): Suite {
  const message = verdictSentence(report)
  const counts = { tests: 1, failures: problem === 'failure' ? 1 : 0, errors: problem === 'error' ? 1 : 0, skipped: 0 }
  const child = {
    name: 'testcase',
    attributes: { classname: 'cni-conformance.verdict', name: 'the verdict on the whole run', time: seconds(0) },
    children: [{ name: problem, attributes: { message, type: 'verdict' }, text: message }],
  }
  return suite('verdict', { counts, time: 0, children: [child], timestamp: report.startedAt })
}

interface SuiteContent {
  readonly counts: Counts
  /** Milliseconds. */
  readonly time: number
  readonly timestamp: string
  readonly children: readonly Element[]
}

function suite(name: string, { counts, time, timestamp, children }: SuiteContent): Suite {
  const attributes = { name, ...counts, time: seconds(time), timestamp }
  return { counts, element: { name: 'testsuite', attributes, children } }
}

function totals(suites: readonly Suite[]): Counts {
  const sum = (key: keyof Counts): number => suites.reduce((total, { counts }) => total + counts[key], 0)
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
