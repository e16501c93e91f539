import { expect, test } from 'vitest'
import { marker } from './script.ts'
import { splitSections } from './sections.ts'

function section(name: string, output: string, status: number): string {
  return `\n${marker} begin ${name}\n${output}\n${marker} end ${status}\n`
}

test('a section has the output, the status and the complaint of its tool', () => {
  const stderr = `\n${marker} begin one\n\n${marker} begin two\nsh: two: not found\n`
  const sections = splitSections(`${section('one', 'a\nb\n', 0)}${section('two', '', 127)}`, stderr)
  expect(sections.get('one')).toEqual({ output: 'a\nb\n', exitCode: 0, complaint: '' })
  expect(sections.get('two')).toEqual({ output: '', exitCode: 127, complaint: 'sh: two: not found' })
})

test('a section of several names has a line for each, up to where its tool failed', () => {
  const failed = splitSections(section('routes,rules', '[{}]\n', 1), '')
  expect(failed.get('routes')).toMatchObject({ output: '[{}]', exitCode: 0 })
  expect(failed.get('rules')).toMatchObject({ output: '', exitCode: 1 })
  const empty = splitSections(section('routes,rules', '', 0), '')
  expect(empty.get('rules')).toMatchObject({ output: '', exitCode: 0 })
})
