import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progress } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

const second = 1000

/** Cases that end one after the other, and what is written meanwhile. */
function written(seconds: readonly number[], { isTTY = false, quiet = false, columns = 80 } = {}): string {
  let text = ''
  const write = (chunk: string) => {
    text += chunk
  }
  const { advance, end } = progress({ isTTY, columns, write }, seconds.length, quiet)
  for (const [index, passed] of seconds.entries()) {
    vi.setSystemTime(Date.now() + passed * second)
    advance({ caseId: `case-${index + 1}` })
  }
  end()
  return text
}

test('writes over one line of a terminal, which is gone in the end', () => {
  expect(written([1, 1], { isTTY: true })).toBe('\r\u001B[K1/2 case-1\r\u001B[K2/2 case-2\r\u001B[K')
})

test('keeps to the width of the terminal', () => {
  expect(written([1], { isTTY: true, columns: 1 })).toBe('\r\u001B[K1/1 case-1\r\u001B[K')
})

test('says how far it is once a minute where there is no terminal', () => {
  expect(written([30, 29, 2, 58, 70])).toBe('3 of 5 cases after 1 min\n5 of 5 cases after 3 min\n')
})

test('says nothing of a short run', () => {
  expect(written([30, 29])).toBe('')
})

test.each([true, false])('says nothing to who wants quiet, on a terminal or not (%s)', (isTTY) => {
  expect(written([70, 70], { isTTY, quiet: true })).toBe('')
})
