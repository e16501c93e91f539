import type { ErrorObject } from 'ajv'
import { formats, isFormat } from './formats.ts'
import { segmentsOf, valueAt } from './json-pointer.ts'

/** Says what is wrong, where, and what would be right. */
export function sentenceOf(error: ErrorObject, document: unknown): string {
  const { keyword, params, instancePath, message, propertyName } = error
  const place = placeOf(instancePath)
  const found = JSON.stringify(valueAt(document, instancePath)) ?? 'nothing'
  const must = (what: string) =>
    propertyName === undefined
      ? `${place} is ${excerpt(found)}, but has to be ${what}`
      : `${place} has the key ${excerpt(JSON.stringify(propertyName))}, but a key there has to be ${what}`
  switch (keyword) {
    case 'required':
      return `${place} has no ${JSON.stringify(params.missingProperty)}`
    case 'type':
      return must([params.type].flat().map(typeName).join(' or '))
    case 'format':
      return must(isFormat(params.format) ? formats[params.format].example : String(params.format))
    case 'const':
      return must(JSON.stringify(params.allowedValue))
    case 'enum':
      return must(
        `one of ${[params.allowedValues]
          .flat()
          .map((value) => JSON.stringify(value))
          .join(', ')}`,
      )
    case 'minimum':
      return must(`at least ${params.limit}`)
    case 'maximum':
      return must(`at most ${params.limit}`)
    case 'dependentRequired':
      return `${place} has ${JSON.stringify(params.property)}, but no ${JSON.stringify(params.missingProperty)} with it`
    case 'maxLength':
      return must(`at most ${params.limit} characters long`)
    case 'maxItems':
      return must(`a list of at most ${params.limit}`)
    case 'minLength':
      return must('text that is not empty')
    case 'minItems':
      return must('a list that is not empty')
    case 'uniqueItems':
      return `${place} lists ${excerpt(found)}, in which something is there twice`
    case 'pattern':
      return must(textWith(String(params.pattern)))
    case 'not':
      return `${place} is ${excerpt(found)}, but has to be absent`
    default:
      return `${place} is ${excerpt(found)}: it ${message ?? `does not satisfy ${keyword}`}`
  }
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

function textWith(pattern: string): string {
  if (pattern === '^/') return 'an absolute path'
  return /^\^[\w/]+$/.test(pattern) ? `text that begins with ${pattern.slice(1)}` : `text that matches ${pattern}`
}

function typeName(type: unknown): string {
  return typeNames[String(type)] ?? String(type)
}

/** `ips[0].address` for `/ips/0/address`: the way people write it. */
function placeOf(pointer: string): string {
  if (pointer === '') return 'the document'
  return segmentsOf(pointer)
    .map((segment, index) => (/^\d+$/.test(segment) ? `[${segment}]` : index === 0 ? segment : `.${segment}`))
    .join('')
}

function excerpt(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`
}
