import type { CaseResult, Report } from '../../../spec/report.ts'
import type { Verdict } from '../../../spec/verdict.ts'
import { requirementGroup } from '../check-id.ts'
import { visibleInline } from '../visible.ts'
import { type Page, paint, paragraph, type Style } from './page.ts'

/** What a case looks like at a glance. A violation that is known needs less attention than any other. */
type Look = Verdict | 'known'

/** Worst first. That something could not be tested is worse than a warning: what it hides may be a failure. */
const severities = [
  'error',
  'fail',
  'blocked',
  'untestable',
  'not-run',
  'warn',
  'known',
  'note',
  'pass',
  'not-applicable',
] as const

const words: Readonly<Record<Look, string>> = {
  error: 'ERROR',
  fail: 'FAIL',
  blocked: 'blocked',
  untestable: 'untested',
  'not-run': 'not run',
  warn: 'warn',
  known: 'known',
  note: 'note',
  pass: 'ok',
  'not-applicable': '-',
}

interface Cell {
  readonly text: string
  readonly worst: Look
}

/**
 * The results at a glance: a row for each target, a column for each group of requirements, as many columns side by side as fit.
 * Cases that do not apply are not counted.
 */
export function matrix(page: Page, { targets, results }: Report): readonly string[] {
  const groups = groupsOf(page, results)
  const names = targets.map(({ name }) => shortened(visibleInline(name), Math.floor(page.width / 3)))
  const nameWidth = Math.max(6, ...names.map(({ length }) => length))
  const columns = groups.map((group) => {
    const ofGroup = results.filter(({ requirement }) => requirementGroup(requirement) === group)
    const cells = targets.map(({ name }) => cellOf(ofGroup.filter(({ target }) => target === name)))
    const heading = visibleInline(group)
    return { heading, cells, width: Math.max(heading.length, ...cells.map(({ text }) => text.length)) }
  })
  return [
    ...sideBySide(columns, page.width - nameWidth).flatMap((block) => [
      row([
        padded(paint(page, ['bold'], 'target'), nameWidth - 'target'.length),
        ...block.map(({ heading, width }) => padded(paint(page, ['bold'], heading), width - heading.length)),
      ]),
      ...names.map((name, index) =>
        row([name.padEnd(nameWidth), ...block.map(({ cells, width }) => painted(page, cells[index], width))]),
      ),
      '',
    ]),
    ...paragraph(page, 0, 'Passed of those that apply, and the worst verdict among them; - where none applies.'),
  ]
}

function row(columns: readonly string[]): string {
  return columns.join('  ').trimEnd()
}

/** Spaces stay outside of the colours, so that those at the end of a line can go. */
function padded(text: string, spaces: number): string {
  return text + ' '.repeat(spaces)
}

function cellOf(results: readonly CaseResult[]): Cell {
  const worst = severities.find((severity) => results.some((result) => lookOf(result) === severity)) ?? 'not-applicable'
  const applicable = results.filter(({ verdict }) => verdict !== 'not-applicable').length
  if (applicable === 0) return { text: words[worst], worst }
  const passed = results.filter(({ verdict }) => verdict === 'pass').length
  return { text: `${passed}/${applicable} ${words[worst]}`, worst }
}

function lookOf({ verdict, known }: CaseResult): Look {
  return known === null ? verdict : 'known'
}

const styles: Readonly<Record<Look, readonly Style[]>> = {
  error: ['red', 'bold'],
  fail: ['red', 'bold'],
  blocked: ['magenta'],
  untestable: ['magenta'],
  'not-run': ['magenta'],
  warn: ['yellow'],
  known: ['yellow'],
  note: ['green'],
  pass: ['green'],
  'not-applicable': [],
}

function painted(page: Page, cell: Cell | undefined, width: number): string {
  if (cell === undefined) return ' '.repeat(width)
  return padded(paint(page, styles[cell.worst], cell.text), width - cell.text.length)
}

/** The groups of the results, in the order of the registry. */
function groupsOf({ requirements }: Page, results: readonly CaseResult[]): readonly string[] {
  const present = new Set(results.map(({ requirement }) => requirementGroup(requirement)))
  const known = [...requirements.keys()].map(requirementGroup).filter((group) => present.has(group))
  return [...new Set([...known, ...present])]
}

/** Splits columns into blocks that fit in `room`. */
function sideBySide<T extends { readonly width: number }>(
  columns: readonly T[],
  room: number,
): readonly (readonly T[])[] {
  const blocks: T[][] = []
  let used = 0
  for (const column of columns) {
    const block = blocks.at(-1)
    used += column.width + 2
    if (block === undefined || used > room) {
      blocks.push([column])
      used = column.width + 2
    } else {
      block.push(column)
    }
  }
  return blocks
}

function shortened(name: string, limit: number): string {
  // By characters: a cut through a surrogate pair leaves half of one.
  const characters = Array.from(name)
  return characters.length <= limit ? name : `${characters.slice(0, limit - 1).join('')}…`
}
