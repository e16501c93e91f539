import { isJsonObject, type JsonObject } from '../../spec/json.ts'

/**
 * The objects in the output of `ip -j` and `bridge -j`: one array a line and command, no line at all or empty objects where
 * there is nothing to list.
 */
export function parseJsonOutput(output: string): readonly JsonObject[] {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line): unknown => JSON.parse(line))
    .filter(isJsonObject)
    .filter((object) => Object.keys(object).length > 0)
}

export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key]
  return typeof value === 'string' ? value : undefined
}

export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = object[key]
  return typeof value === 'number' ? value : undefined
}

export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}

export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key]
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

export function textsIn(object: JsonObject, key: string): readonly string[] {
  const value = object[key]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
