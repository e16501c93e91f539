import type { SpecVersion } from '../spec/versions.ts'
export function validate(_kind: string, _version: SpecVersion, _value: unknown): readonly { pointer: string; message: string }[] {
  return []
}
