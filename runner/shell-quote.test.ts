import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printfFormat, shellCommand, shellQuote } from './shell-quote.ts'

const awkward = fc.array(
  fc.constantFrom("'", '"', '\\', '%', '$', '`', '\n', '\r', '\t', '\u001b', ' ', '-', 'n', 'é', '网'),
  {
    maxLength: 12,
  },
)

function shell(script: string): string {
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' })
}

describe('a quoted word', () => {
  test('reaches the command unchanged', () => {
    fc.assert(
      fc.property(awkward, (characters) => {
        const text = characters.join('')
        expect(shell(`printf '%s' ${shellQuote(text)}`)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['eth0', 'eth0'],
    ['/run/netns/c1', '/run/netns/c1'],
    ['IgnoreUnknown=1;K8S_POD=a', "'IgnoreUnknown=1;K8S_POD=a'"],
    ["it's", "'it'\\''s'"],
    ['', "''"],
    ['\u001b]0;x', '"$(printf \'\\033]0;x\')"'],
  ])('of %j is %s', (text, expected) => {
    expect(shellQuote(text)).toBe(expected)
  })
})

test('a command is its words, each quoted where needed', () => {
  expect(shellCommand(['ip', 'link', 'add', 'a b'])).toBe("ip link add 'a b'")
})

test('a format makes printf write every character, NUL too', () => {
  const text = "50% of \\n\u0000 it's\n\n"
  expect(shell(`printf ${printfFormat(text)}`)).toBe(text)
})
