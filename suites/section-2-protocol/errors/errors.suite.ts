import { expect } from 'vitest'
import type { Invocation } from '../../../runner/invoke/invoke.ts'
import { isErrorObject } from '../../../runner/invoke/outcome.ts'
import { validate } from '../../../runner/schemas.ts'
import { firstPluginErrorCode, isDefinedErrorCode } from '../../../spec/error-codes.ts'
import { isJsonObject, type Json } from '../../../spec/json.ts'
import { unreleasedVersions } from '../../../spec/versions.ts'
import { expectAgreement } from '../../support/agreement.ts'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { describeOutcome } from '../../support/describe-outcome.ts'
import { Blocked, demandErrorObject } from '../../support/interruptions.ts'

check('ERROR-001/add', 'exits with 0 exactly if ADD succeeded', async ({ plugin, prepare }) => {
  expectAgreement(await plugin.add(await prepare()))
})

check('ERROR-001/del', 'exits with 0 exactly if DEL succeeded', async ({ plugin, attach }) => {
  const { call } = await attach()
  expectAgreement(await plugin.del(call))
})

check('ERROR-001/broken-json', 'exits with another status than 0 when its input is no JSON', async (context) => {
  await context.attach()
  expectFailure(await addBroken(context, truncated))
})

check('ERROR-001/unlisted-version', 'exits with another status than 0 when it prints an error', async (context) => {
  expectAgreement(await addUnlisted(context))
})

check('ERROR-002/broken-json', 'prints an error object when its input is no JSON', async (context) => {
  expectErrorObject(await addBroken(context, truncated))
})

check('ERROR-002/unlisted-version', 'prints an error object when it refuses a version', async (context) => {
  expectErrorObject(await addUnlisted(context))
})

check('ERROR-003', 'prints an error object with a code and a message', async (context) => {
  const { document } = demandErrorObject(await addWithoutIfname(context))
  const issues = validate('error', context.specVersion, document).filter(({ pointer }) => pointer !== '/cniVersion')
  expect(issues.map(({ message }) => message)).toListNothing()
})

check('ERROR-004', 'puts the version in use into the error object', async (context) => {
  const { document } = demandErrorObject(await addWithoutIfname(context))
  const { cniVersion } = isJsonObject(document) ? document : {}
  const usable = new Set<Json | undefined>([context.specVersion, ...context.target.versions])
  expect(usable.has(cniVersion) ? 'a version in use' : `cniVersion ${JSON.stringify(cniVersion)}`).toBe(
    'a version in use',
  )
})

const truncated = '{"cniVersion": "1.0.0", "name":'

for (const [name, stdin, what] of [
  ['truncated', truncated, 'truncated JSON'],
  ['not-json', 'name: net', 'text that is no JSON'],
  ['array', '[]', 'a JSON array'],
] as const) {
  check(`ERROR-005/${name}`, `refuses ${what} with code 6`, async (context) => {
    await context.attach()
    expect(demandErrorObject(await addBroken(context, stdin))).toFailWithCode(6)
  })
}

check('ERROR-005/empty', 'refuses empty input with code 5 or 6', async (context) => {
  await context.attach()
  const { document } = demandErrorObject(await addBroken(context, ''))
  // Input that is missing was not read, and cannot be decoded either.
  expect([5, 6]).toContain(isErrorObject(document) ? document.code : undefined)
})

check(
  'ERROR-006',
  'refuses an invalid network configuration with the code of its flaw',
  async ({ target, plugin, attach, prepare }) => {
    await attach()
    for (const { code, plugin: config } of target.invalidConfigurations) {
      const refused = await plugin.add({ ...(await prepare({ containerId: 'container-2' })), config })
      expect(refused).toBeRefused()
      expect(demandErrorObject(refused)).toFailWithCode(code)
    }
  },
)

check('ERROR-007/broken-json', 'uses no undefined code below 100 when its input is no JSON', async (context) => {
  expectDefinedCode(await addBroken(context, truncated))
})

check('ERROR-007/unlisted-version', 'uses no undefined code below 100 when it refuses a version', async (context) => {
  expectDefinedCode(await addUnlisted(context))
})

check(
  'ERROR-007/missing-environment',
  'uses no undefined code below 100 when a variable is missing',
  async (context) => {
    expectDefinedCode(await addWithoutIfname(context))
  },
)

async function addBroken({ plugin, sandbox }: CheckContext, stdin: string): Promise<Invocation> {
  return plugin.add({ container: await sandbox.addContainer(), containerId: 'container-2', stdin })
}

async function addUnlisted({ plugin, sandbox }: CheckContext): Promise<Invocation> {
  return plugin.add({ container: await sandbox.addContainer(), cniVersion: unreleasedVersions[2] })
}

/** An error that has nothing to do with the version, so that the error object can be in the version of the request. */
async function addWithoutIfname({ plugin, sandbox }: CheckContext): Promise<Invocation> {
  return plugin.add({ container: await sandbox.addContainer(), env: { CNI_IFNAME: undefined } })
}

/** A failure that the plugin itself reports, by whatever it prints. */
function expectFailure(invocation: Invocation): void {
  expect(invocation.record.exitCode, describeOutcome(invocation)).toBeGreaterThan(0)
}

function expectErrorObject(invocation: Invocation): void {
  if (invocation.record.exitCode === 0) throw new Blocked(`it has to fail first, but ${describeOutcome(invocation)}`)
  expect(invocation.record.outcome, describeOutcome(invocation)).toBe('cni-error')
}

function expectDefinedCode(invocation: Invocation): void {
  const { document } = demandErrorObject(invocation)
  const { code } = isErrorObject(document) ? document : { code: 0 }
  expect(code >= firstPluginErrorCode || isDefinedErrorCode(code), `code ${code}`).toBe(true)
}
