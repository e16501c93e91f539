import { describe, expect, test } from 'vitest'
import { requirementOfIssue } from './issue-requirement.ts'
import { requirementsById } from './registry.ts'
import { levelIn } from './requirement.ts'
import { schemaCases } from './schema-cases.test-helper.ts'
import { hasSchema, schemaKinds } from './schema-kinds.ts'
import { validatorOfSources } from './schemas.test-helper.ts'
import { specVersions } from './versions.ts'

const validate = validatorOfSources()

describe.each(specVersions)('version %s', (version) => {
  test.each(schemaKinds.filter((kind) => hasSchema(version, kind)))(
    'every issue of every invalid %s belongs to a requirement that holds',
    (kind) => {
      const without = schemaCases(kind, version)
        .filter(({ valid }) => !valid)
        .flatMap(({ name, data }) => validate(kind, version, data).map((issue) => ({ name, ...issue })))
        .filter(({ pointer, keyword }) => {
          const requirement = requirementsById.get(requirementOfIssue(kind, version, pointer, keyword))
          return requirement === undefined || levelIn(requirement, version) === undefined
        })
      expect(without).toEqual([])
    },
  )
})

test.each([
  ['add-result', '0.3.1', '/cniVersion', 'const', 'RESULT-001'],
  ['add-result', '0.4.0', '/cniVersion', 'const', 'RESULT-002'],
  ['add-result', '1.0.0', '/ips/3/interface', 'minimum', 'RESULT-009'],
  ['add-result', '1.0.0', '/ips/3/address', 'format', 'RESULT-001'],
  ['ipam-result', '0.2.0', '/interfaces', 'not', 'IPAM-001'],
  ['ipam-result', '0.3.0', '/ips/0/interface', 'not', 'IPAM-002'],
  ['version-result', '1.0.0', '/supportedVersions', 'required', 'VERSION-001'],
  ['error', '1.0.0', '/cniVersion', 'format', 'ERROR-004'],
  ['error', '1.0.0', '/msg', 'required', 'ERROR-003'],
  ['network-config', '0.4.0', '/type', 'format', 'CONFIG-001'],
  ['network-config', '1.0.0', '', 'kind', 'CONFIG-008'],
  ['network-config-list', '1.0.0', '/name', 'format', 'CONFIG-003'],
  ['network-config-list', '1.0.0', '/name', 'required', 'CONFIG-001'],
  ['network-config-list', '1.0.0', '/plugins/1/type', 'format', 'CONFIG-005'],
  ['network-config-list', '1.0.0', '/plugins/1/ipam/type', 'format', 'CONFIG-006'],
  ['network-config-list', '1.0.0', '/plugins/0/runtimeConfig', 'reserved-key', 'CONFIG-007'],
  ['network-config-list', '1.0.0', '/plugins', 'required', 'CONFIG-001'],
  ['network-config-list', '1.1.0', '/plugins', 'required', 'CONFIG-009'],
  ['add-request', '0.2.0', '/name', 'required', 'CONFIG-001'],
  ['add-request', '1.0.0', '/name', 'required', 'RUNTIME-058'],
  ['add-request', '1.0.0', '/capabilities', 'not', 'RUNTIME-062'],
  ['check-request', '1.0.0', '/prevResult', 'required', 'RUNTIME-025'],
  ['del-request', '1.0.0', '/prevResult', 'type', 'RUNTIME-021'],
  ['gc-request', '1.1.0', '/cni.dev~1valid-attachments', 'required', 'RUNTIME-032'],
  ['version-request', '1.0.0', '', 'type', 'RUNTIME-019'],
] as const)('%s of %s: %s (%s) is about %s', (kind, version, pointer, keyword, requirement) => {
  expect(requirementOfIssue(kind, version, pointer, keyword)).toBe(requirement)
})
