import { expect, test } from 'vitest'
import { readSentences } from './read-sentences.ts'

const markdown = `# Plugins

- [Plugins](#plugins)

## Rules

A plugin **must** read \`stdin\`. It is
a file. It MAY log.

A plugin should either
- print a [result](#result), or
- fail.

A result must have these keys:
- \`name\` (string): A name. It is short.
    - \`first\`: The first one.

| code | meaning |
| ---- | ------- |
| 1    | Bad. It must be said why. |

\`\`\`
{
  "gateway": "x",   (optional)
  "name": "y"
}
\`\`\`

### Example

It must not count.

## Section 3: Steps

1. Look it up.
2. Run it.

In reverse order.

### Without steps

Not a step.

## Appendix: More

It must not count either.
`

const normative = readSentences(markdown).filter((sentence) => sentence.normative)

test('finds what has a keyword, what such a sentence introduces, and the steps of section 3', () => {
  expect(normative.map(({ line, heading, text }) => [line, heading, text])).toEqual([
    [7, 'Rules', 'A plugin must read stdin.'],
    [8, 'Rules', 'It MAY log.'],
    [10, 'Rules', 'A plugin should either'],
    [11, 'Rules', 'print a result, or'],
    [12, 'Rules', 'fail.'],
    [14, 'Rules', 'A result must have these keys:'],
    [15, 'Rules', 'name (string): A name.'],
    [15, 'Rules', 'It is short.'],
    [16, 'Rules', 'first: The first one.'],
    [20, 'Rules', 'It must be said why.'],
    [24, 'Rules', '"gateway": "x", (optional)'],
    [35, 'Section 3: Steps', 'Look it up.'],
    [36, 'Section 3: Steps', 'Run it.'],
    [38, 'Section 3: Steps', 'In reverse order.'],
  ])
})

test('reads files of other systems alike', () => {
  expect(readSentences(markdown.replaceAll('\n', '\r\n'))).toEqual(readSentences(markdown))
})

test('finds nothing in an empty text', () => {
  expect(readSentences('')).toEqual([])
})
