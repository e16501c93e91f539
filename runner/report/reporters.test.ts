import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Fault, UsageError } from '../fault.ts'
import { caseResult, failure, report, requirements } from './report.test-helper.ts'
import { type Output, parseReporters, type WriteOptions, writeReports } from './reporters.ts'

const folder = mkdtempSync(join(tmpdir(), 'reporters-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('--reporter', () => {
  test('is the terminal on standard output by default', () => {
    expect(parseReporters([])).toEqual([{ reporter: 'terminal', path: null }])
  })

  test('takes a path relative to the working directory, which may hold an equals sign', () => {
    expect(parseReporters(['json=out/a=b.json', 'junit'])).toEqual([
      { reporter: 'json', path: resolve('out/a=b.json') },
      { reporter: 'junit', path: null },
    ])
  })

  test.each([
    ['an unknown name', ['xml=a'], 'there is no reporter xml; there are terminal, json, junit'],
    ['the name of something inherited', ['toString'], 'there is no reporter toString'],
    ['no name', ['=a'], 'there is no reporter without a name'],
    ['no path after the equals sign', ['json='], 'a path is missing'],
    ['a directory', [`json=${folder}`], 'is a directory'],
    ['two for standard output', ['json', 'junit'], 'json and junit would both be written to standard output'],
    ['two for one file', ['json=a', 'junit=./a'], `json and junit would both be written to ${resolve('a')}`],
  ])('refuses %s', (_, values, message) => {
    expect(() => parseReporters(values)).toThrow(UsageError)
    expect(() => parseReporters(values)).toThrow(message)
  })
})

/** A standard output that keeps what is written to it. */
function output(changes: Partial<Output> = {}): Output & { readonly texts: string[] } {
  const texts: string[] = []
  return {
    texts,
    write(text, done) {
      texts.push(text)
      done()
    },
    ...changes,
  }
}

/** Everything but addresses, which are kept in one piece. */
function isProse(line: string): boolean {
  return !line.includes('https://')
}

async function write(values: readonly string[], options: Partial<WriteOptions> = {}): Promise<void> {
  const written = report([caseResult(), failure()])
  const destinations = parseReporters(values)
  await writeReports(written, requirements, destinations, { verbose: false, quiet: false, ...options })
}

describe('reports are written', () => {
  test('each in its format to its place', async () => {
    const stdout = output()
    await write(['terminal', `json=${folder}/new/a.json`, `junit=${folder}/a.xml`], { stdout })
    expect(stdout.texts.join('')).toMatch(/Not conformant: 1 failed, 1 passed, 0 untestable\.\n$/)
    expect(JSON.parse(readFileSync(`${folder}/new/a.json`, 'utf8'))).toMatchObject({ format: 'cni-conformance/report' })
    expect(readFileSync(`${folder}/a.xml`, 'utf8')).toMatch(/^<\?xml/)
  })

  test('quietly where that is asked for', async () => {
    const stdout = output()
    await write(['terminal'], { stdout, quiet: true })
    expect(stdout.texts).toEqual(['Not conformant: 1 failed, 1 passed, 0 untestable.\n'])
  })

  test.each([
    ['on a terminal that has colours', true, { isTTY: true, hasColors: (): boolean => true }],
    ['on one that has none, or with NO_COLOR', false, { isTTY: true, hasColors: (): boolean => false }],
    ['into a pipe', false, { hasColors: (): boolean => true }],
  ])('%s: with colours %s', async (_, coloured, stream) => {
    const stdout = output(stream)
    await write(['terminal'], { stdout })
    expect(stdout.texts.join('').includes('\u001b[')).toBe(coloured)
  })

  test.each([
    [80, 0],
    [80, 20],
    [100, 100],
  ])('%d columns wide on a terminal that says %d', async (width, columns) => {
    const stdout = output({ isTTY: true, columns })
    await write(['terminal'], { stdout })
    const longest = Math.max(
      ...stdout.texts
        .join('')
        .split('\n')
        .filter(isProse)
        .map(({ length }) => length),
    )
    expect(longest).toBeGreaterThan(width - 20)
    expect(longest).toBeLessThanOrEqual(width)
  })

  test('without colours into a file', async () => {
    await write([`terminal=${folder}/a.txt`], { stdout: output({ isTTY: true, hasColors: () => true }) })
    expect(readFileSync(`${folder}/a.txt`, 'utf8')).not.toContain('\u001b')
  })

  test('as far as possible: a file that cannot be written does not keep the others from it', async () => {
    writeFileSync(`${folder}/file`, '')
    const writing = write([`json=${folder}/file/a.json`, `junit=${folder}/b.xml`])
    await expect(writing).rejects.toThrow(Fault)
    await expect(writing).rejects.toThrow(`cannot write the json report to ${folder}/file/a.json`)
    expect(readFileSync(`${folder}/b.xml`, 'utf8')).toMatch(/^<\?xml/)
  })
})
