import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Sandbox } from '../sandbox/sandbox.ts'
import { examineMachine } from './examine.ts'
import { examineProbe, examineProbes } from './probe.ts'

test('every finding says what it is, what it is for and how to get it', async () => {
  const findings = await examineMachine()
  // These tests run in sandboxes, so this much is there.
  const missing = findings.filter(({ present }) => !present).map(({ name }) => name)
  for (const name of ['unshare', 'nsenter', 'ip', 'sandbox', 'named namespaces', 'veth links']) {
    expect(findings.map((finding) => finding.name)).toContain(name)
    expect(missing).not.toContain(name)
  }
  expect(findings.filter(({ neededFor, remedy }) => neededFor === '' || remedy === '')).toEqual([])
  expect(findings.filter(({ group, present, detail }) => group !== 'Programs' && !present && detail === '')).toEqual([])
  expect(new Set(findings.map(({ name }) => name)).size).toBe(findings.length)
})

describe('a probe', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await Sandbox.create()
  })
  afterAll(() => sandbox.destroy())

  const base = { name: 'p', neededFor: 'n', remedy: 'r' }

  test('that succeeds finds it present', async () => {
    const attempt = [['true'], ['cat']]
    expect(await examineProbe(sandbox, 'g', { ...base, attempt, required: true })).toEqual({
      ...base,
      group: 'g',
      present: true,
      required: true,
      detail: '',
    })
  })

  test('that fails says what the first failure said', async () => {
    const attempt = [['true'], ['sh', '-c', 'echo no such thing >&2; echo more >&2; exit 1'], ['false']]
    expect(await examineProbe(sandbox, 'g', { ...base, attempt })).toMatchObject({
      present: false,
      required: false,
      detail: 'sh: no such thing',
    })
    expect(await examineProbe(sandbox, 'g', { ...base, attempt: [['false']] })).toMatchObject({
      detail: 'false: exit status 1',
    })
  })

  test('of a program that is not there is a failure too', async () => {
    const [finding] = await examineProbes(sandbox, 'g', [{ ...base, attempt: [['no-such-program']] }])
    expect(finding).toMatchObject({ present: false, detail: expect.stringContaining('No such file') })
  })

  test('finds that the kernel has no such links', async () => {
    const attempt = [['ip', 'link', 'add', 'name', 'x', 'type', 'no-such-kind']]
    expect(await examineProbe(sandbox, 'g', { ...base, attempt })).toMatchObject({ present: false })
  })
})
