import { describe, expect, test } from 'vitest'
import { pluginTypes } from '../spec/plugin-types.ts'
import { readCases, schemaCases } from '../spec/schema-cases.test-helper.ts'
import { hasSchema, schemaKinds } from '../spec/schema-kinds.ts'
import { pluginValidatorOfSources, validatorOfSources } from '../spec/schemas.test-helper.ts'
import { specVersions } from '../spec/versions.ts'
import { validate, validatePlugin } from './schemas.ts'

const validateBySource = validatorOfSources()

describe.each(specVersions)('the compiled schemas of %s', (version) => {
  test.each(schemaKinds.filter((kind) => hasSchema(version, kind)))('%s: find what the schema finds', (kind) => {
    for (const { name, data } of schemaCases(kind, version))
      expect(validate(kind, version, data), name).toEqual(validateBySource(kind, version, data))
  })
})

test.each(pluginTypes)('the compiled schema of %s finds what the schema finds', (type) => {
  const validatePluginBySource = pluginValidatorOfSources()
  for (const { name, data } of readCases(`plugins/${type}`))
    expect(validatePlugin(type, data, ''), name).toEqual(validatePluginBySource(type, data, ''))
})
