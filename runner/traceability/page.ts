import { isIn, type KnownSentence, texts } from '../../spec/known-sentence.ts'
import { checkIds } from '../../spec/registry.ts'
import type { Addressee, Requirement } from '../../spec/requirement.ts'
import { type SectionId, sections, sectionUrl } from '../../spec/sections.ts'
import { specVersions } from '../../spec/versions.ts'
import { addresseeOf } from '../cli/addressee.ts'

export interface Traceable {
  readonly requirements: readonly Requirement[]
  readonly sentences: readonly KnownSentence[]
  /** Which mutants violate a requirement, by its id. */
  readonly mutants: ReadonlyMap<string, readonly string[]>
}

/** The whole of REQUIREMENTS.md: from each part of the specification to what tests it, and to what proves the test. */
export function traceabilityPage(traceable: Traceable): string {
  const used = Object.keys(sections).filter((id): id is SectionId =>
    traceable.requirements.some(({ section }) => section === id),
  )
  return [
    '# Requirements',
    '',
    'Every statement of the CNI specification that binds plugins, runtimes or configurations: where it stands, in which',
    'versions it holds, which checks test it, and which mutants (plugins with one defect) prove that the checks can fail.',
    '`cni-conformance explain <id>` tells more. This page is made by `npm run requirements`; a test keeps it true.',
    '',
    ...totals(traceable),
    '',
    ...textTotals(traceable),
    ...used.flatMap((section) => ['', ...sectionTable(section, traceable)]),
    '',
  ].join('\n')
}

const addressees: readonly Addressee[] = ['plugin', 'runtime', 'configuration']

function totals({ requirements, mutants }: Traceable): readonly string[] {
  const count = (of: readonly Requirement[]) => of.reduce((sum, requirement) => sum + checkIds(requirement).length, 0)
  const rows = addressees.map((binds) => {
    const own = requirements.filter((requirement) => requirement.binds === binds)
    const tested = own.filter(({ untested }) => untested === undefined)
    const proved = new Set(tested.flatMap(({ id }) => mutants.get(id) ?? []))
    return row(`${binds}s`, own.length, tested.length, count(tested), proved.size)
  })
  return [...header('binds', 'requirements', 'tested', 'checks', 'mutants'), ...rows]
}

/** How many normative sentences each text has, and how many of them are excluded. */
function textTotals({ sentences }: Traceable): readonly string[] {
  const rows = texts.map((text) => {
    const own = sentences.filter((sentence) => isIn(sentence, text))
    const excluded = own.filter((sentence) => sentence.excluded !== undefined).length
    return row(text, own.length, own.length - excluded, excluded)
  })
  return [...header('text', 'normative sentences', 'encoded', 'excluded with a reason'), ...rows]
}

function sectionTable(section: SectionId, traceable: Traceable): readonly string[] {
  return [
    `## ${sections[section].title}`,
    '',
    `[${sections[section].anchor}](${sectionUrl(section)})`,
    '',
    ...header('id', 'statement', 'binds', 'level and versions', 'sentences', 'checks', 'mutants'),
    ...traceable.requirements
      .filter((requirement) => requirement.section === section)
      .map((requirement) => requirementRow(requirement, traceable)),
  ]
}

function requirementRow(requirement: Requirement, { sentences, mutants }: Traceable): string {
  const { id, statement, stand, contested, untested } = requirement
  const doubt = stand === undefined ? '' : ` (${contested ? 'contested, ' : ''}${stand})`
  return row(
    id,
    `${statement}${doubt}`,
    addresseeOf(requirement),
    validity(requirement),
    sentences.filter(({ encodes }) => encodes.some((one) => one === id)).length,
    untested === undefined ? checkIds(requirement).join('<br>') : `none: ${untested}`,
    (mutants.get(id) ?? []).join('<br>'),
  )
}

/** `should 0.3.0–0.4.0, must 1.0.0–1.1.0`. */
function validity({ holds }: Requirement): string {
  return holds.map(({ level, from, to = newest }) => `${level} ${from === to ? from : `${from}–${to}`}`).join(', ')
}

const newest = specVersions.at(-1)

function header(...names: readonly string[]): readonly string[] {
  return [row(...names), row(...names.map(() => '---'))]
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
}
