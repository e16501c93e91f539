import { type ParseArgsConfig, parseArgs } from 'node:util'
import { messageOf, UsageError } from '../fault.ts'

type Options = NonNullable<ParseArgsConfig['options']>

type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>

/** The arguments of a command, by node:util; what is wrong with them is a UsageError in the words of node:util. */
export function parseArguments<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(messageOf(error))
  }
}

/** The value of an option that takes a whole number of at least `least`. */
export function wholeNumber(option: string, value: string | undefined, least = 1): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least) {
    throw new UsageError(`--${option} takes a whole number of at least ${least}, not ${JSON.stringify(value)}`)
  }
  return number
}

/** The values of an option that takes a list, separated by commas or given repeatedly. */
export function listOf(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.flatMap((value) => value.split(',')).filter((value) => value !== '')
}
