import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { errorText } from '../../support/error-object.ts'
import { demandErrorObject, demandSuccess, NotApplicable } from '../../support/interruptions.ts'

check('PARAM-008/unset', 'refuses a call without CNI_COMMAND', async (context) => {
  expect(await callWith(context, undefined)).toBeRefused()
})

check('PARAM-008/empty', 'refuses a call with an empty CNI_COMMAND', async (context) => {
  expect(await callWith(context, '')).toBeRefused()
})

for (const [name, command, what] of [
  ['unknown', 'ATTACH', 'that does not exist'],
  ['lower-case', 'add', 'in lower case'],
] as const) {
  check(`PARAM-009/${name}`, `refuses a command ${what}, with code 4`, async (context) => {
    const refused = await callWith(context, command)
    expect(refused).toBeRefused()
    expect(demandErrorObject(refused)).toFailWithCode(4)
  })
}

check('PARAM-004/command', 'names CNI_COMMAND in the error when it is no command', async (context) => {
  const { document } = await callWith(context, 'ATTACH')
  const text = errorText(document, 4)
  if (text === undefined) throw new NotApplicable('the error does not have code 4')
  expect(text).toContain('CNI_COMMAND')
})

/** An ADD that is right but for its command, after a call that works. */
async function callWith({ plugin, sandbox }: CheckContext, command: string | undefined) {
  demandSuccess(await plugin.version(), 'VERSION')
  return plugin.add({ container: await sandbox.addContainer(), env: { CNI_COMMAND: command } })
}
