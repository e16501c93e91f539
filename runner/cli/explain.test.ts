import { execa } from 'execa'
import { expect, test } from 'vitest'
import { behaviours, behavioursById } from '../../spec/behaviours.ts'
import { explanations } from '../../spec/explanations.ts'
import { requirements, testedRequirements } from '../../spec/registry.ts'
import { untested } from '../../spec/requirement.ts'
import { UsageError } from '../fault.ts'
import { main } from './exec.test-helper.ts'
import { behaviourPage } from './explain/behaviour.ts'
import { explanationPage } from './explain/page.ts'
import { explain } from './explain.ts'
import { outputOf } from './output.test-helper.ts'

const page = { colour: false, width: 80, verbose: true, quiet: false }

const [first] = testedRequirements

test('a requirement comes with everything that is known about it', async () => {
  const { status, text } = await outputOf(explain, 'DEL-003')
  expect(status).toBe(0)
  const explanation = explanations.get('DEL-003')
  const flat = text.replace(/\s+/g, ' ')
  for (const said of [
    'DEL-003: DEL succeeds any number of times',
    'should from 0.3.0 to 0.4.0, must from 1.0.0',
    'interface, chained, ipam plugins',
    'Section 2, DEL',
    'SPEC.md#del-remove-container-from-network-or-un-apply-modifications',
    'DEL-003/never-added',
    'How much does a repeated DEL have to tolerate?',
    explanation?.rationale,
    explanation?.test,
    ...(explanation?.causes ?? []),
    ...(explanation?.knownDeviations ?? []).flatMap(({ plugin, what, issue }) => [plugin, what, issue]),
  ]) {
    expect(flat).toContain(said)
  }
})

test('a statement that no check tests says why not, and what it is good for', async () => {
  const { text } = await outputOf(explain, 'RUNTIME-039')
  const flat = text.replace(/\s+/g, ' ')
  expect(flat).toContain(explanations.get('RUNTIME-039')?.rationale)
  expect(flat).toContain(`Why no check tests it ${untested.runtime}`)
  expect(flat).toContain('https://github.com/containerd/cri/issues/948')
  expect(flat).not.toContain('How it is tested')
  expect(flat).not.toContain('Usual causes')
})

test('what there is nothing to say about has no heading', () => {
  if (first === undefined) throw new Error('there are no requirements')
  const { stand: _, ...clear } = first
  const text = explanationPage(page, clear, { rationale: 'It is so.', test: 'It is tried.', causes: ['A: b.'] })
  expect(text).not.toContain('doubtful')
  expect(text).not.toContain('deviations')
  expect(explanationPage(page, clear, undefined)).not.toContain('tested')
})

test('a contested requirement says what that means', async () => {
  const { text } = await outputOf(explain, 'VERSION-002')
  expect(text).toContain('(contested)\n             A violation is a warning unless the run is strict.')
})

test.each(requirements.map((requirement) => [requirement.id, requirement] as const))(
  '%s fits on the page, but for addresses',
  (id, requirement) => {
    for (const width of [40, 80]) {
      const text = explanationPage({ ...page, width }, requirement, explanations.get(id))
      const tooLong = text.split('\n').filter((line) => line.length > width && !line.includes('https://'))
      expect(tooLong).toEqual([])
    }
  },
)

test('colours change nothing but the colours', () => {
  if (first === undefined) throw new Error('there are no requirements')
  const coloured = explanationPage({ ...page, colour: true }, first, explanations.get(first.id))
  // oxlint-disable-next-line no-control-regex -- it is control characters that are to be removed
  const plain = coloured.replace(/\u001B\[\d+m/g, '')
  expect(coloured).not.toBe(plain)
  expect(plain).toBe(explanationPage(page, first, explanations.get(first.id)))
})

test('as data, each entry has the requirement, its section and its explanation', async () => {
  const { text } = await outputOf(explain, '--json', 'DEL-003', 'ADD-001')
  const entries = JSON.parse(text)
  expect(entries).toMatchObject([
    {
      requirement: { id: 'DEL-003', contested: false },
      checks: ['DEL-003/three-times', 'DEL-003/never-added', 'DEL-003/interface-gone'],
      section: { title: 'Section 2, DEL' },
      stand: { question: expect.any(String), answer: expect.any(String), reason: expect.any(String) },
      explanation: explanations.get('DEL-003'),
    },
    { requirement: { id: 'ADD-001' }, checks: ['ADD-001'] },
  ])
  expect(entries[1]).not.toHaveProperty('stand')
})

test('a behaviour says what each of its checks shows, and where that is promised', async () => {
  const { text } = await outputOf(explain, 'BEHAVIOUR-dhcp')
  const flat = text.replace(/\s+/g, ' ')
  for (const said of [
    'BEHAVIOUR-dhcp: what plugins of the type dhcp are documented to do',
    'https://www.cni.dev/plugins/current/ipam/dhcp/',
    ...[...(behavioursById.get('BEHAVIOUR-dhcp')?.checks ?? [])].flatMap(([name, promise]) => [
      `BEHAVIOUR-dhcp/${name}`,
      promise,
    ]),
  ]) {
    expect(flat).toContain(said)
  }
  const { text: data } = await outputOf(explain, '--json', 'BEHAVIOUR-dhcp/lease')
  expect(JSON.parse(data)).toEqual([
    {
      behaviour: {
        id: 'BEHAVIOUR-dhcp',
        type: 'dhcp',
        documentation: 'https://www.cni.dev/plugins/current/ipam/dhcp/',
      },
      checks: [
        { id: 'BEHAVIOUR-dhcp/lease', promise: expect.any(String) },
        { id: 'BEHAVIOUR-dhcp/release', promise: expect.any(String) },
      ],
    },
  ])
})

test.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))(
  '%s fits on the page, but for addresses and ids',
  (_, behaviour) => {
    for (const width of [40, 80]) {
      const lines = behaviourPage({ ...page, width }, behaviour).split('\n')
      expect(lines.filter((line) => line.length > width && !/https:|^ {2}BEHAVIOUR-/.test(line))).toEqual([])
    }
  },
)

test('an id is necessary, and has to be one', async () => {
  await expect(explain.run([])).rejects.toThrow(
    new UsageError('explain takes the id of a requirement, such as DEL-003'),
  )
  await expect(explain.run(['DEL-003', 'DEL-03'])).rejects.toThrow('DEL-03 (did you mean DEL-003?)')
  await expect(explain.run(['--long', 'DEL-003'])).rejects.toThrow(UsageError)
})

test('a mistyped id is wrong usage', async () => {
  const { exitCode, stdout, stderr } = await execa('node', [main, 'explain', 'DEL-03'], { reject: false })
  expect([exitCode, stdout]).toEqual([2, ''])
  expect(stderr).toContain('did you mean DEL-003?')
})

/** Writes the address of each module that is loaded to standard error. */
const tracing = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module'
  register('data:text/javascript,' + encodeURIComponent(\`
    import { writeSync } from 'node:fs'
    export async function load(url, context, next) {
      writeSync(2, url + '\\\\n')
      return next(url, context)
    }
  \`))
`)}`

test.each([['explain', 'DEL-003'], ['list']])('%s starts fast: it loads no dependency', async (...args) => {
  const { stderr } = await execa('node', ['--import', tracing, main, ...args])
  const loaded = stderr.split('\n')
  expect(loaded).toContainEqual(expect.stringContaining(`/dist/runner/cli/${args[0]}.js`))
  expect(loaded.filter((url) => url.includes('/node_modules/'))).toEqual([])
})
