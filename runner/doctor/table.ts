import { paint, paragraph, type TerminalOptions } from '../report/terminal/page.ts'
import { visibleInline } from '../report/visible.ts'
import { type Finding, isFit } from './finding.ts'

/** The findings for a person to read, group by group. The last line says whether the machine is fit. */
export function doctorTable(page: TerminalOptions, findings: readonly Finding[]): string {
  const groups = [...new Set(findings.map(({ group }) => group))]
  const nameWidth = Math.max(...findings.map(({ name }) => name.length))
  const lines = [
    ...groups.flatMap((heading) => [
      paint(page, ['bold'], heading),
      ...findings.filter(({ group }) => group === heading).flatMap((finding) => row(page, nameWidth, finding)),
      '',
    ]),
    ...verdict(page, findings),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const stateWidth = 9

function row(page: TerminalOptions, nameWidth: number, finding: Finding): readonly string[] {
  const { name, present, required, detail, neededFor, remedy } = finding
  const state = present ? 'ok' : required ? 'MISSING' : 'missing'
  const style = present ? 'green' : required ? 'red' : 'yellow'
  const [first = '', ...rest] = present ? [detail] : [`needed for ${neededFor}`, detail, `to get it: ${remedy}`]
  const [start = '', ...more] = paragraph(page, 4 + stateWidth + nameWidth, visibleInline(first))
  const beginning = `  ${paint(page, [style], state.padEnd(stateWidth))}${name.padEnd(nameWidth)}  ${start.trimStart()}`
  const continuation = rest.flatMap((text) => paragraph(page, 2 + stateWidth, visibleInline(text)))
  return [beginning.trimEnd(), ...more, ...continuation.filter((line) => line !== '')]
}

function verdict(page: TerminalOptions, findings: readonly Finding[]): readonly string[] {
  const missing = findings.filter(({ present }) => !present).map(({ name }) => name)
  const sentence = isFit(findings)
    ? `This machine is fit to run cni-conformance${missing.length === 0 ? ' in full' : `, but not to test what needs ${missing.join(', ')}`}.`
    : `This machine is not fit to run cni-conformance: see what is MISSING above.`
  return paragraph(page, 0, sentence).map((line) => paint(page, ['bold', isFit(findings) ? 'green' : 'red'], line))
}
