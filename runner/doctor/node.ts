import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Finding } from './finding.ts'

/** Whether Node is one that this package runs on, and the system one that it is for. */
export function examineNode(): readonly Finding[] {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const range = String(engines.node)
  const { node } = process.versions
  return [
    {
      group: 'Platform',
      name: 'Node.js',
      present: satisfies(node, range),
      required: true,
      detail: node,
      neededFor: 'everything',
      remedy: `install Node.js ${range}: https://nodejs.org/en/download`,
    },
    {
      group: 'Platform',
      name: 'Linux',
      present: process.platform === 'linux',
      required: true,
      detail: process.platform,
      neededFor: 'network namespaces',
      remedy: 'run it on Linux, such as in a virtual machine',
    },
  ]
}

/** Whether a version lies in a range of the forms that package.json uses: `^1.2.3` and `>=1.2.3`, joined by `||`. */
export function satisfies(version: string, range: string): boolean {
  const actual = numbers(version)
  return range.split('||').some((part) => {
    const least = numbers(part)
    return compare(actual, least) >= 0 && (part.includes('>=') || actual[0] === least[0])
  })
}

function numbers(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function compare(left: readonly number[], right: readonly number[]): number {
  const difference = [0, 1, 2].map((index) => (left[index] ?? 0) - (right[index] ?? 0))
  return difference.find((value) => value !== 0) ?? 0
}
