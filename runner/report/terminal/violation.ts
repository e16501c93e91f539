import { behavioursById } from '../../../spec/behaviours.ts'
import type { CaseResult, Report } from '../../../spec/report.ts'
import { sections, sectionUrl } from '../../../spec/sections.ts'
import { checkId } from '../check-id.ts'
import { type Violation, whereabouts } from '../fold.ts'
import { repeatCommand } from '../repeat-command.ts'
import { visibleInline } from '../visible.ts'
import { invocationList } from './invocation.ts'
import { copyable, labelled, type Page, paint, paragraph } from './page.ts'

const signs = { fail: 'FAIL', warn: 'warning', note: 'note' } as const

/** One violation: what is required, what came instead, and how to see it again. With `evidence`, every invocation too. */
export function violation(
  page: Page,
  report: Report,
  found: Violation,
  { sign, evidence }: { readonly sign: keyof typeof signs; readonly evidence: boolean },
): readonly string[] {
  const { shown } = found
  return [
    heading(page, shown, signs[sign]),
    ...paragraph(page, 2, whereabouts(found)).filter(Boolean),
    ...required(page, shown),
    ...labelled(page, 'asserted', shown.title),
    ...labelled(page, 'message', shown.message),
    ...labelled(page, 'expected', shown.expected),
    ...labelled(page, 'actual', shown.actual),
    ...otherMessages(page, found),
    ...copyable(page, 'repeat', repeatCommand(shown, report)),
    '',
    ...(evidence ? invocationList(page, shown.invocations) : []),
  ]
}

function heading(page: Page, { target, level, contested, ...result }: CaseResult, sign: string): string {
  const strength = result.group === 'behaviour' ? 'documented' : `${level}${contested ? ', contested' : ''}`
  const what = visibleInline(`${checkId(result)} (${strength})`)
  const style = sign === signs.fail ? 'red' : sign === signs.warn ? 'yellow' : 'cyan'
  return `${paint(page, ['bold', style], sign)}  ${paint(page, ['bold'], visibleInline(target))}  ${what}`
}

function required(page: Page, { requirement }: CaseResult): readonly string[] {
  const behaviour = behavioursById.get(requirement)
  if (behaviour !== undefined) return copyable(page, 'documented', [behaviour.documentation])
  const found = page.requirements.get(requirement)
  if (found === undefined) return []
  return [
    ...labelled(page, 'required', found.statement),
    ...labelled(page, 'section', sections[found.section].title),
    ...copyable(page, '', [sectionUrl(found.section)]),
  ]
}

/** What the occurrences that are not shown say, where they say something else. */
function otherMessages(page: Page, { shown, occurrences }: Violation): readonly string[] {
  const others = occurrences.filter(({ message }) => message !== shown.message)
  return others.flatMap((other) => labelled(page, `in ${other.specVersion ?? 'any'}`, other.message))
}
