import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['A name (e.g. IPAM) stays. So does i.e. This.', ['A name (e.g. IPAM) stays.', 'So does i.e. This.']],
  ['Like CNI_PATH, etc. The end.', ['Like CNI_PATH, etc. The end.']],
  ['Version 1.0.0 is old. `ADD` is not.', ['Version 1.0.0 is old.', '`ADD` is not.']],
  ['See [the page](https://a.example/b.html). *Or not.*', ['See [the page](https://a.example/b.html).', '*Or not.*']],
  ['It begins. and goes on.', ['It begins. and goes on.']],
  ['Over two\nlines. Third\nline.', ['Over two\nlines.', 'Third\nline.']],
  ['', []],
  [' \n ', []],
])('splits %j', (paragraph, sentences) => {
  expect(splitSentences(paragraph).map(({ text }) => text.trim())).toEqual(sentences)
})

test('loses nothing, and says where each sentence begins', () => {
  const words = fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '"', ')', '`x`', 'e.g.')
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const paragraph = parts.join('')
      const pieces = splitSentences(paragraph)
      expect(
        pieces
          .map(({ text }) => text)
          .join('')
          .trim(),
      ).toBe(paragraph.trim())
      for (const { text, offset } of pieces)
        expect(paragraph.slice(offset)).toMatch(new RegExp(`^${escape(text.trim())}`))
    }),
  )
})

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
