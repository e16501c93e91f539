import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schemaKinds } from '../../../spec/schema-kinds.ts'
import { examine } from './examine.ts'
import { excerptOf } from './excerpt.ts'
import { examinationText } from './text.ts'

const page = { colour: false, width: 80, verbose: true, quiet: false }

const keys = [
  'cniVersion',
  'name',
  'type',
  'plugins',
  'ipam',
  'dns',
  'ips',
  'interface',
  'isGatway',
  'a\u001b[2J',
  '~/',
]
const text = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\u001b', '\u009b', '\u202e', '网', '😀') })
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, -1, 1.5, '1.0.0', 'bridge', 'host-local'),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
  ),
}))

/** What people write into JSON although it does not belong there, between the parts of a document. */
const slips = fc.constantFrom('', '', ' // \u001b[31m\n', ',', '\t', '\r\n', '\u009b', '"')

const files = fc
  .tuple(value, fc.constantFrom(0, 2), slips)
  .map(([document, indent, slip]) =>
    JSON.stringify(document, null, indent).replace('[', `[${slip}`).replace('}', `${slip}}`),
  )

test('whatever a file holds, each finding is shown in its line, in order, and nothing is shown that a terminal obeys', () => {
  fc.assert(
    fc.property(
      files,
      fc.constantFrom(...schemaKinds),
      fc.constantFrom('\u001b.conf', 'x.json'),
      (content, kind, file) => {
        const examination = examine(Buffer.from(content), file, { kind, version: undefined })
        const places = examination.findings.map(({ span }) => span.start)
        expect(places).toEqual(places.toSorted((one, other) => one - other))
        const shown = examinationText(page, examination)
        expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        for (const { span } of examination.findings) {
          const { line, marker } = excerptOf(examination.text, span, page.width - 7)
          expect(shown).toContain(`     | ${marker}`)
          expect(shown.some((each) => each.endsWith(`| ${line}`))).toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('what is missing is shown at the object that lacks it', () => {
  const content = '{"cniVersion": "1.0.0", "name": "n", "plugins": [\n  {"ipam": {}}\n]}'
  const { findings } = examine(Buffer.from(content), 'x.conflist', { kind: undefined, version: undefined })
  expect(findings.map(({ pointer, span }) => [pointer, content.slice(span.start)])).toEqual([
    ['/plugins/0/type', '{"ipam": {}}\n]}'],
  ])
})
