import { expect } from 'vitest'
import { check } from '../../support/check.ts'
import type { CheckContext } from '../../support/context.ts'
import { errorText } from '../../support/error-object.ts'
import { demandErrorObject, demandSuccess, NotApplicable } from '../../support/interruptions.ts'
import { observe } from '../../support/observe.ts'
import { isRefusal } from '../../support/refusal.ts'

const unusableNames = [
  ['too-long', 'sixteen-bytes-it', 'a name of more than 15 bytes'],
  ['slash', 'eth/0', 'a name with a slash'],
  ['dot', '.', 'a dot for a name'],
  ['space', 'eth 0', 'a name with a space'],
] as const

for (const [name, ifname, what] of unusableNames) {
  check(`PARAM-001/${name}`, `refuses ${what} in CNI_IFNAME`, async ({ plugin, attach, prepare }) => {
    await attach()
    expect(await plugin.add({ ...(await prepare({ containerId: 'container-2' })), ifname })).toBeRefused()
  })
}

check(
  'PARAM-001/fifteen-bytes',
  'makes an interface of the very name when it takes one of 15 bytes',
  async ({ plugin, target, attach, prepare }) => {
    if (!target.createsInterface) throw new NotApplicable('it makes no interface of its own')
    await attach()
    const call = await prepare({ containerId: 'container-2', ifname: 'fifteen-bytes-i' })
    const added = await plugin.add(call)
    if (isRefusal(added)) return
    expect(added).toSucceed()
    const made = (await observe(call.container)).links.map(({ name }) => name).filter((name) => name !== 'lo')
    expect(made).toContain(call.ifname)
  },
)

const required = [
  ['containerid', 'CNI_CONTAINERID'],
  ['netns', 'CNI_NETNS'],
  ['ifname', 'CNI_IFNAME'],
] as const

for (const [name, variable] of required) {
  check(`PARAM-002/add-${name}`, `refuses ADD without ${variable}`, async (context) => {
    expect(await addWithout(context, [variable])).toBeRefused()
  })

  check(`PARAM-003/add-${name}`, `refuses ADD without ${variable} with code 4`, async (context) => {
    expect(demandErrorObject(await addWithout(context, [variable]))).toFailWithCode(4)
  })

  check(`PARAM-004/${name}`, `names ${variable} in the error when it is missing`, async (context) => {
    await expectNamed(context, [variable])
  })
}

check('PARAM-004/all', 'names every missing variable in one error', async (context) => {
  const { plugin, prepare } = context
  const demanded: string[] = []
  for (const [name, variable] of required) {
    const alone = await plugin.add({
      ...(await prepare({ containerId: `without-${name}` })),
      env: { [variable]: undefined },
    })
    // What it does without on its own is not invalid to it: PARAM-002 judges that.
    if (isRefusal(alone)) demanded.push(variable)
  }
  await expectNamed(
    context,
    required.map(([, variable]) => variable),
    demanded,
  )
})

for (const [name, variable] of [
  ['containerid', 'CNI_CONTAINERID'],
  ['ifname', 'CNI_IFNAME'],
] as const) {
  check(`PARAM-002/del-${name}`, `refuses DEL without ${variable}`, async ({ plugin, attach }) => {
    const { call } = await attach()
    expect(await plugin.del({ ...call, env: { [variable]: undefined } })).toBeRefused()
  })
}

const requiredByDel = ['CNI_CONTAINERID', 'CNI_IFNAME'] as const
const requiredByAll = required.map(([, variable]) => variable)

check('PARAM-002/add-empty', 'refuses ADD with an empty variable that it requires', async (context) => {
  await context.attach()
  for (const [name, variable] of required) {
    const call = await context.prepare({ containerId: `empty-${name}` })
    expect(await context.plugin.add({ ...call, env: { [variable]: '' } }), `${variable} is empty`).toBeRefused()
  }
})

check('PARAM-002/del-empty', 'refuses DEL with an empty variable that it requires', async ({ plugin, attach }) => {
  const { call } = await attach()
  for (const variable of requiredByDel) {
    expect(await plugin.del({ ...call, env: { [variable]: '' } }), `${variable} is empty`).toBeRefused()
  }
})

check('PARAM-002/check', 'refuses CHECK without a variable that it requires', async ({ plugin, attach }) => {
  const { call } = await attach()
  demandSuccess(await plugin.check(call), 'CHECK')
  for (const variable of requiredByAll) {
    expect(await plugin.check({ ...call, env: { [variable]: undefined } }), `without ${variable}`).toBeRefused()
  }
})

for (const [name, containerId, what] of [
  ['slash', '../container', 'slashes'],
  ['space', 'my container', 'a space'],
  ['leading-hyphen', '-container', 'a hyphen at the beginning'],
  ['leading-dot', '.container', 'a dot at the beginning'],
  ['other-letters', 'contêiner', 'a letter that is not one of the alphabet'],
] as const) {
  check(`PARAM-005/${name}`, `refuses a container ID with ${what}`, async ({ plugin, attach, prepare }) => {
    await attach()
    expect(await plugin.add({ ...(await prepare({ containerId: 'container-2' })), containerId })).toBeRefused()
  })
}

for (const [name, containerId, what] of [
  ['one-character', 'c', 'one character'],
  ['128-characters', 'c0'.repeat(64), '128 characters'],
  ['punctuation', 'C0_n.t-a__i..n--er', 'underscores, dots and hyphens'],
] as const) {
  check(`PARAM-010/${name}`, `takes a container ID of ${what}`, async ({ plugin, attach, prepare }) => {
    await attach()
    expect(await plugin.add(await prepare({ containerId }))).toSucceed()
  })
}

/** An ADD that is right but for these variables, after one that is right and works. */
async function addWithout({ plugin, attach, prepare }: CheckContext, variables: readonly string[]) {
  await attach()
  const call = await prepare({ containerId: 'container-2' })
  return plugin.add({ ...call, env: Object.fromEntries(variables.map((variable) => [variable, undefined])) })
}

async function expectNamed(
  context: CheckContext,
  missing: readonly string[],
  named: readonly string[] = missing,
): Promise<void> {
  const { document } = await addWithout(context, missing)
  const text = errorText(document, 4)
  if (text === undefined) throw new NotApplicable('the error does not have code 4')
  for (const variable of named) expect(text).toContain(variable)
}
