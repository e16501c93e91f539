import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirSync, setGracefulCleanup } from 'tmp'
import { expect, test } from 'vitest'
import { knownSentences } from '../../spec/sentences.ts'
import { UsageError } from '../fault.ts'
import { coverage } from './coverage.ts'
import { outputOf } from './output.test-helper.ts'

setGracefulCleanup()
const folder = dirSync({ unsafeCleanup: true }).name

function file(text: string): string {
  const path = join(folder, 'SPEC.md')
  writeFileSync(path, text)
  return path
}

const invented = file(
  '## Rules\n\nAn octopus must whistle seven green songs on Sundays.\n\u001b[31mSquids should dance nearby.\n',
)

test('says what is new, with what is needed to encode it, and what is gone', async () => {
  const { status, text } = await outputOf(coverage, invented)
  expect(status).toBe(1)
  expect(text).toMatch(
    /^new +3 +An octopus must whistle seven green songs on Sundays\.\n +under "Rules", fingerprint [0-9a-f]{16}-[0-9a-f]{16}$/m,
  )
  expect(text).not.toContain('\u001b')
  expect(text).toMatch(/^gone +after 0 /m)
  const gone = knownSentences.filter(({ to }) => to === '1.1.0').length
  expect(text).toMatch(new RegExp(`^compared with 1\\.1\\.0: 0 covered .* 0 changed, 2 new, ${gone} gone$`, 'm'))
})

test('compares with the text that is asked for', async () => {
  const { text } = await outputOf(coverage, invented, '--spec-version', '0.1.0', '--json')
  const { baseline, findings } = JSON.parse(text)
  expect(baseline).toBe('0.1.0')
  expect(findings).toHaveLength(2 + knownSentences.filter(({ from }) => from === '0.1.0').length)
})

test.each([
  [[], 'coverage takes one file'],
  [['a', 'b'], 'coverage takes one file'],
  [[join(folder, 'missing.md')], 'cannot read'],
  [[folder], 'cannot read'],
  [[invented, '--spec-version', '9'], '--spec-version takes one of 0.1.0, 0.2.0'],
])('%j is a wrong use', async (args, message) => {
  await expect(coverage.run(args)).rejects.toThrow(UsageError)
  await expect(coverage.run(args)).rejects.toThrow(message)
})

test('a file without normative sentences is no text of the specification', async () => {
  await expect(coverage.run([file('# Notes\n\nNothing.\n')])).rejects.toThrow('has no normative sentence')
})
