import { readFileSync } from 'node:fs'
import type { Baseline } from '../../spec/baseline.ts'
import { messageOf, UsageError } from '../fault.ts'
import { validateBaseline } from '../schemas.ts'
import { writeFileAtomically } from './write-file.ts'

/** Reads a baseline; undefined when there is no such file. Whatever else is wrong with it is a UsageError. */
export function readBaselineFile(path: string): Baseline | undefined {
  const text = readText(path)
  if (text === undefined) return undefined
  const document = parse(path, text)
  if (isBaseline(document)) return document
  const problems = validateBaseline(document).map(({ message }) => `\n  ${message}`)
  throw new UsageError(`${path} is not a baseline:${problems.join('')}`)
}

/** Writes a baseline as a formatter would: a list of versions is on one line. */
export async function writeBaselineFile(path: string, baseline: Baseline): Promise<void> {
  const text = JSON.stringify(baseline, null, 2).replace(
    /\[\s+("[\d.]+"(?:,\s+"[\d.]+")*)\s+\]/g,
    (_, versions: string) => `[${versions.replace(/,\s+/g, ', ')}]`,
  )
  await writeFileAtomically(path, `${text}\n`)
}

function isBaseline(document: unknown): document is Baseline {
  return validateBaseline(document).length === 0
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new UsageError(`${path}: ${messageOf(error)}`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${path} is not a baseline: ${messageOf(error)}`)
  }
}
