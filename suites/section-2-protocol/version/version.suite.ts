import { expect } from 'vitest'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { validate } from '../../../runner/schemas.ts'
import { isJsonObject } from '../../../spec/json.ts'
import { unreleasedVersions } from '../../../spec/versions.ts'
import { check } from '../../support/check.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked, demandErrorObject, demandSuccess } from '../../support/interruptions.ts'

check('VERSION-001', 'answers VERSION with the versions it supports', async ({ plugin, specVersion }) => {
  const answer = await plugin.version()
  expect(answer).toSucceed()
  const issues = validate('version-result', specVersion, answer.document)
  expect(issues.map(({ message }) => message)).toListNothing()
})

check(
  'VERSION-002',
  'repeats the cniVersion of the input in its answer to VERSION',
  async ({ plugin, specVersion }) => {
    const { document } = demandSuccess(await plugin.version(), 'VERSION')
    expect(isJsonObject(document) ? document.cniVersion : document).toBe(specVersion)
  },
)

check('VERSION-003/empty-input', 'answers VERSION when standard input is empty', async ({ plugin }) => {
  demandSuccess(await plugin.version(), 'VERSION with input')
  expect(await plugin.version({ stdin: '' })).toSucceed()
})

check('VERSION-003/no-version', 'answers VERSION when the input names no version', async ({ plugin }) => {
  demandSuccess(await plugin.version(), 'VERSION with input')
  expect(await plugin.version({ stdin: '{}' })).toSucceed()
})

check(
  'VERSION-003/unknown-version',
  'answers VERSION when the input names a version it does not know',
  async ({ plugin }) => {
    demandSuccess(await plugin.version(), 'VERSION with input')
    expect(await plugin.version({ cniVersion: '9.9.9' })).toSucceed()
  },
)

check('VERSION-004', 'accepts a network configuration of a version that it lists', async ({ plugin, prepare }) => {
  const added = await plugin.add(await prepare())
  if (isErrorObject(added.document) && added.document.code !== 1) {
    throw new Blocked(`ADD has to work first, but ${describeOutcome(added)}`)
  }
  expect(added).not.toFailWithCode(1)
})

const [between, newer, nextMajor] = unreleasedVersions

for (const [name, version] of [
  ['between', between],
  ['newer', newer],
  ['next-major', nextMajor],
] as const) {
  check(
    `VERSION-005/${name}`,
    `refuses cniVersion ${version}, which it does not list`,
    async ({ plugin, attach, prepare }) => {
      await attach()
      expect(
        await plugin.add({ ...(await prepare({ containerId: 'container-2' })), cniVersion: version }),
      ).toBeRefused()
    },
  )

  check(`VERSION-006/${name}`, `refuses cniVersion ${version} with code 1`, async ({ plugin, sandbox }) => {
    const refused = await plugin.add({ container: await sandbox.addContainer(), cniVersion: version })
    expect(demandErrorObject(refused)).toFailWithCode(1)
  })
}

for (const [name, written, what] of [
  ['prefix', (version: string) => `v${version}`, 'with a letter before it'],
  ['two-numbers', (version: string) => version.replace(/\.\d+$/, ''), 'without its last number'],
  ['number', Number.parseFloat, 'that is a number'],
] as const) {
  check(`VERSION-007/${name}`, `refuses a cniVersion ${what}, with code 1 or 6`, async (context) => {
    const { plugin, attach, prepare, specVersion, configuration, target } = context
    await attach()
    const request = {
      cniVersion: written(specVersion),
      name: 'net',
      ...(configuration?.plugin ?? { type: target.name }),
    }
    const refused = await plugin.add({
      ...(await prepare({ containerId: 'container-2' })),
      stdin: JSON.stringify(request),
    })
    expect(refused).toBeRefused()
    const { document } = demandErrorObject(refused)
    expect([1, 6]).toContain(isErrorObject(document) ? document.code : undefined)
  })
}
