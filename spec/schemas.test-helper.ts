import { readdirSync } from 'node:fs'
import { readSchema } from '../runner/schemas.ts'
import { createAjv } from './schema-compiler.ts'
import {
  type CompiledSchemas,
  createPluginValidator,
  createValidator,
  type Validate,
  type ValidatePlugin,
} from './validate.ts'

/** The validator of the schemas as they are now, whether or not they have been built. */
export function validatorOfSources(): Validate {
  return createValidator(schemasOfSources())
}

/** The same for the schemas of plugin types. */
export function pluginValidatorOfSources(): ValidatePlugin {
  return createPluginValidator(schemasOfSources())
}

function schemasOfSources(): CompiledSchemas {
  const ajv = createAjv()
  for (const path of readdirSync(new URL('schemas', import.meta.url), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.schema.json')) ajv.addSchema(readSchema(path), path)
  }
  return (path) => {
    const schema = ajv.getSchema(path)
    if (schema === undefined) throw new RangeError(`there is no schema ${path}`)
    return schema
  }
}
