import { describe, expect, test } from 'vitest'
import { readSchema } from '../runner/schemas.ts'
import { readCases } from './schema-cases.test-helper.ts'
import { createAjv } from './schema-compiler.ts'
import { mutationsOf, placesOf } from './schema-mutation.test-helper.ts'

const id = 'https://cni-conformance.example/schemas/baseline.schema.json'
const schema = readSchema('baseline.schema.json')
const cases = readCases('baseline')

describe('the schema of baselines', () => {
  const check = createAjv().compile(schema)

  test.each(cases)('$name', ({ data, valid }) => {
    expect(check(data), JSON.stringify(check.errors)).toBe(valid)
  })

  test('says where it is, what it is for, and what each part is', () => {
    expect(createAjv().validateSchema(schema)).toBe(true)
    expect(schema.$id).toBe(id)
    expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) })
    const named = placesOf(schema).filter(({ path }) => /\/(properties|\$defs)\/[^/]+$/.test(path))
    expect(named.filter((place) => !place.schema.description).map(({ path }) => path)).toEqual([])
  })

  test('has examples that are valid where they stand', () => {
    const ajv = createAjv().addSchema(schema)
    const examples = placesOf(schema).flatMap(({ path, schema: { examples: values } }) =>
      Array.isArray(values) ? values.map((value) => ({ path, value })) : [],
    )
    expect(examples.length).toBeGreaterThan(0)
    for (const { path, value } of examples)
      expect(ajv.validate({ $ref: `${id}#${path}` }, value), `${path}: ${ajv.errorsText()}`).toBe(true)
  })

  test('has no constraint that is idle', () => {
    const survivors = mutationsOf(schema).filter((mutation) => {
      const mutant = createAjv().compile({ ...mutation.schema, $id: 'mutant' })
      return cases.every(({ data, valid }) => mutant(data) === valid)
    })
    expect(survivors.map(({ path }) => path)).toEqual([])
  })
})
