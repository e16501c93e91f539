import { execa } from 'execa'
import { expect, test } from 'vitest'
import type { Finding } from '../doctor/finding.ts'
import { main } from './exec.test-helper.ts'

const doctor = (...args: readonly string[]) =>
  execa('node', [main, 'doctor', ...args], { reject: false, env: { NO_COLOR: '1' } })

test('the table and the data say the same', async () => {
  const [table, data] = await Promise.all([doctor(), doctor('--json')])
  const document = JSON.parse(data.stdout)
  expect(document).toMatchObject({ format: 'cni-conformance/doctor', formatVersion: 1 })
  const rows = document.findings.map(({ name, present, required }: Finding) => {
    const state = present ? 'ok' : required ? 'MISSING' : 'missing'
    return `  ${state.padEnd(9)}${name}`
  })
  const starts = (row: string) => table.stdout.split('\n').some((line) => line === row || line.startsWith(`${row} `))
  expect(rows.filter((row: string) => !starts(row))).toEqual([])
  expect(data.exitCode).toBe(document.fit ? 0 : 3)
  expect(table.exitCode).toBe(data.exitCode)
})

test.each([['--verbose'], ['here']])('%s is wrong usage', async (argument) => {
  const { exitCode, stderr } = await doctor(argument)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(argument)
})
