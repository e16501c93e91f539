import type { Explanation, KnownDeviation } from '../../../spec/explanation.ts'
import { checkIds } from '../../../spec/registry.ts'
import type { Requirement } from '../../../spec/requirement.ts'
import { sections, sectionUrl } from '../../../spec/sections.ts'
import { stands } from '../../../spec/stands.ts'
import { copyable, labelled, paint, paragraph, type TerminalOptions } from '../../report/terminal/page.ts'
import { addresseeOf } from '../addressee.ts'
import { validityOf } from '../validity.ts'

/** Everything about a requirement, for a person to read. */
export function explanationPage(
  page: TerminalOptions,
  requirement: Requirement,
  explanation: Explanation | undefined,
): string {
  const lines = [
    ...paragraph(page, 0, `${requirement.id}: ${requirement.statement}`).map((line) => paint(page, ['bold'], line)),
    '',
    ...facts(page, requirement),
    ...part(page, 'Why the specification asks for it', proseOf(page, explanation?.rationale)),
    ...part(page, 'How it is tested', proseOf(page, explanation?.test)),
    ...part(page, 'Why no check tests it', proseOf(page, requirement.untested)),
    ...part(page, `Where the text is doubtful (${requirement.stand ?? ''})`, doubt(page, requirement)),
    ...part(page, 'Usual causes of a violation', items(page, explanation?.causes ?? [])),
    ...part(page, 'Known deviations', deviations(page, explanation?.knownDeviations ?? [])),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function facts(page: TerminalOptions, requirement: Requirement): readonly string[] {
  const { section, contested } = requirement
  return [
    ...labelled(page, 'level', validityOf(requirement)),
    ...labelled(page, '', contested ? 'A violation is a warning unless the run is strict.' : null),
    ...labelled(page, 'binds', addresseeOf(requirement)),
    ...labelled(page, 'section', sections[section].title),
    ...copyable(page, '', [sectionUrl(section)]),
    ...labelled(page, 'checks', checkIds(requirement).join(' ') || null),
  ]
}

function doubt(page: TerminalOptions, { stand }: Requirement): readonly string[] {
  if (stand === undefined) return []
  const { question, answer, reason } = stands[stand]
  return [
    ...labelled(page, 'question', question),
    ...labelled(page, 'we read', answer),
    ...labelled(page, 'reason', reason),
  ]
}

function deviations(page: TerminalOptions, known: readonly KnownDeviation[]): readonly string[] {
  return known.flatMap(({ plugin, what, issue }) => [
    ...items(page, [plugin]),
    ...paragraph(page, 4, what),
    // An address stays in one piece, however narrow the page is.
    `    ${issue}`,
  ])
}

/** A heading with what belongs to it; nothing where nothing does. */
function part(page: TerminalOptions, heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', paint(page, ['bold'], heading), ...lines]
}

function proseOf(page: TerminalOptions, text: string | undefined): readonly string[] {
  return text === undefined ? [] : paragraph(page, 2, text)
}

function items(page: TerminalOptions, texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const [first = '', ...rest] = paragraph(page, 4, text)
    return [`  - ${first.trimStart()}`, ...rest]
  })
}
