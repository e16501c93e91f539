import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../spec/json.ts'
import type { Report } from '../../spec/report.ts'
import { verdicts } from '../../spec/verdict.ts'
import { readSchema } from '../schemas.ts'
import { json } from './json.ts'
import { caseResult, failure, invocation, report } from './report.test-helper.ts'

const isReport = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  .addSchema(readSchema('baseline.schema.json'))
  .compile<Report>(readSchema('report.schema.json'))

const full = report(
  [
    failure({
      configuration: 'ipv4',
      invocations: [invocation({ signal: 'SIGSEGV', exitCode: null, outcome: 'crash' })],
    }),
    failure({ invocations: [], known: { reason: 'so', issue: 'https://example.org/1', expires: '2030-12-31' } }),
    ...verdicts.map((verdict) => caseResult({ verdict, message: verdict === 'pass' ? '' : 'why', specVersion: null })),
  ],
  {
    baseline: {
      plugins: { name: 'my-plugins', version: '1.0.0' },
      known: 1,
      stale: [{ target: 'bridge', requirement: 'ADD-004', reason: 'so' }],
      expired: [{ target: 'bridge', requirement: 'DEL-003/repeated', reason: 'so' }],
    },
    distrust: ['a worker died'],
    options: { level: 'must', conf: ['a.conf'] },
  },
)

function complaints(subject: Report): readonly unknown[] {
  return isReport(JSON.parse(json(subject))) ? [] : (isReport.errors ?? [])
}

type Path = readonly (string | number)[]

/** The paths of all values below one, but for those in objects with free keys. */
function paths(value: Json | undefined, path: Path = []): readonly Path[] {
  const last = path.at(-1)
  if (typeof value !== 'object' || value === null || last === 'env' || last === 'options') return []
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  return keys.flatMap((key) => [[...path, key], ...paths(at(value, [key]), [...path, key])])
}

function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => Object(inner)[key], value)
}

/** A copy of the report with the value at a path replaced, or removed when there is no other. */
function changed(path: Path, other?: Json): unknown {
  const copy: Json = JSON.parse(json(full))
  const parent = Object(at(copy, path.slice(0, -1)))
  const key = path.at(-1) ?? ''
  if (other === undefined) delete parent[key]
  else parent[key] = other
  return copy
}

const all = paths(JSON.parse(json(full)))
const named = all.filter((path) => typeof path.at(-1) === 'string')

describe('the schema', () => {
  test('accepts a report with every verdict', () => {
    expect(complaints(full)).toEqual([])
  })

  test('accepts what the types call null or undefined', () => {
    const bare = report(
      [failure({ invocations: [invocation({ command: undefined })], expected: null, reproducer: null })],
      {
        targets: [{ name: 'bridge', path: '/bridge', kind: null, versions: [], profile: null }],
      },
    )
    expect(complaints(bare)).toEqual([])
  })

  test('demands every field but the command of an invocation', () => {
    const optional = named.filter((path) => isReport(changed(path))).map((path) => path.join('/'))
    expect(optional).toEqual(['results/0/invocations/0/command'])
  })

  test.each([
    ['an object', {}],
    ['a negative number', -1],
    ['a boolean', true],
  ])('accepts %s only where the type has it', (_, other) => {
    const wrong = all.filter((path) => {
      const value = at(JSON.parse(json(full)), path)
      return typeof value !== typeof other || typeof value === 'number' || value === null
    })
    expect(wrong.filter((path) => isReport(changed(path, other))).map((path) => path.join('/'))).toEqual([])
  })

  test('refuses keys that it does not know', () => {
    const objects = [[], ...all].filter((path) => {
      const value = at(JSON.parse(json(full)), path)
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        path.at(-1) !== 'env' &&
        path.at(-1) !== 'options'
      )
    })
    expect(objects.filter((path) => isReport(changed([...path, 'typo'], 1)))).toEqual([])
  })

  test.each([
    ['a pass with a complaint', 'results/2/message', 'why'],
    ['a failure without one', 'results/0/message', ''],
    ['an unknown verdict', 'results/0/verdict', 'skipped'],
    ['a version that does not exist', 'targets/0/versions/0', '0.5.0'],
    ['the same version twice', 'targets/0/versions/0', '1.0.0'],
    ['a path that is not absolute', 'targets/0/path', 'bin/bridge'],
    ['another format version', 'formatVersion', 2],
    ['a time that is not UTC', 'startedAt', '2026-01-02T03:04:05+01:00'],
    ['an issue that is no address', 'results/1/known/issue', '810'],
    ['a last day that is none', 'results/1/known/expires', 'soon'],
    ['an exit status that no process has', 'results/0/invocations/0/exitCode', 256],
    ['an environment variable that is no text', 'results/0/invocations/0/env', { CNI_IFNAME: 1 }],
  ])('refuses %s', (_, path, value) => {
    expect(isReport(changed(path.split('/'), value))).toBe(false)
  })
})

test('the report survives the way to JSON and back', () => {
  expect(JSON.parse(json(full))).toEqual(full)
})

test('the order of environment variables and options leaves no trace', () => {
  const one = report([failure({ invocations: [invocation({ env: { A: '1', B: '2' } })] })], {
    options: { a: 1, b: [2] },
  })
  const other = report([failure({ invocations: [invocation({ env: { B: '2', A: '1' } })] })], {
    options: { b: [2], a: 1 },
  })
  expect(json(other)).toBe(json(one))
})
