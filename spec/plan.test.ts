import { describe, expect, test } from 'vitest'
import { type PlannedCase, plan, selectsSomething } from './plan.ts'
import { testedRequirements } from './registry.ts'
import type { Target } from './target.ts'

const bridge: Target = {
  name: 'bridge',
  path: '/opt/cni/bin/bridge',
  kind: 'interface',
  versions: ['0.2.0', '0.4.0', '1.0.0'],
  configurations: [
    { name: 'ipv4', network: 'net', before: [], plugin: { type: 'bridge' } },
    { name: 'layer-2', network: 'net', before: [], from: '0.3.0', plugin: { type: 'bridge' } },
  ],
  invalidConfigurations: [],
  noticedDamage: [
    { check: 'CHECK-004/firewall', what: 'the rules are gone', in: 'host', argv: ['nft', 'flush', 'ruleset'] },
  ],
  ifname: 'eth0',
  createsInterface: true,
  delegatesIpam: true,
  hostSetup: [],
  attachmentSetup: [],
  sharedLinks: [],
  missing: [],
}

function casesOf(target: Partial<Target>, check: string): readonly PlannedCase[] {
  return plan([{ ...bridge, ...target }]).filter((planned) => planned.check === check)
}

describe('the plan', () => {
  test('names every case once', () => {
    const ids = plan([bridge, { ...bridge, name: 'other' }]).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leaves no requirement out', () => {
    const planned = new Set(plan([bridge]).map(({ requirement }) => requirement))
    expect([...planned]).toEqual(testedRequirements.map(({ id }) => id))
  })

  test('has the behaviours of a type once, in the newest version, with the configuration that shows most', () => {
    const dual = { name: 'dual-stack', network: 'net', before: [], plugin: { type: 'bridge' } }
    const target: Target = { ...bridge, behavesLike: 'bridge', configurations: [...bridge.configurations, dual] }
    const found = plan([target, { ...bridge, name: 'other' }]).filter(({ group }) => group === 'behaviour')
    expect(found.length).toBeGreaterThan(1)
    for (const each of found)
      expect(each).toMatchObject({
        target: 'bridge',
        specVersion: '1.0.0',
        configuration: 'dual-stack',
        level: 'should',
      })
    expect(plan([target], { specificationOnly: true }).some(({ group }) => group === 'behaviour')).toBe(false)
    const [first] = plan([{ ...target, missing: ['no bridge'] }], { requirements: ['BEHAVIOUR-*'] })
    expect(first?.excuse).toEqual({ verdict: 'untestable', reason: 'no bridge' })
  })

  test('has a case for each version that the target lists and the requirement holds for', () => {
    expect(casesOf({}, 'DEL-003/three-times').map(({ specVersion }) => specVersion)).toEqual(['0.4.0', '1.0.0'])
  })

  test('has a check that is named for an operation only in versions with that operation', () => {
    const versionsOf = (check: string) =>
      casesOf({ versions: ['1.0.0', '1.1.0'] }, check).map((each) => each.specVersion)
    expect(versionsOf('DELEGATE-002/del')).toEqual(['1.0.0', '1.1.0'])
    expect(versionsOf('DELEGATE-002/gc')).toEqual(['1.1.0'])
  })

  test('excuses a requirement when no selected version has the operations of its selected checks', () => {
    const [planned, ...more] = plan([bridge], { requirements: ['DELEGATE-002/gc'] })
    expect(more).toEqual([])
    expect(planned?.excuse?.verdict).toBe('not-applicable')
  })

  test('gives each case the level of its version', () => {
    expect(casesOf({}, 'DEL-003/three-times').map(({ level }) => level)).toEqual(['should', 'must'])
  })

  test('takes the newest version where the version makes no difference', () => {
    expect(casesOf({}, 'PARAM-001/slash').map(({ specVersion }) => specVersion)).toEqual(['1.0.0'])
  })

  test('tries every configuration where that makes a difference, if the version can express it', () => {
    expect(casesOf({}, 'RESULT-001').map(({ specVersion, configuration }) => [specVersion, configuration])).toEqual([
      ['0.2.0', 'ipv4'],
      ['0.4.0', 'ipv4'],
      ['0.4.0', 'layer-2'],
      ['1.0.0', 'ipv4'],
      ['1.0.0', 'layer-2'],
    ])
  })

  test('has a check of damage only where there is such damage', () => {
    const cases = plan([bridge]).filter(({ requirement }) => requirement === 'CHECK-004')
    expect(cases.map(({ id }) => id)).toEqual(['bridge@1.0.0 CHECK-004/firewall'])
  })

  test('judges by the newest version what lists none', () => {
    expect(casesOf({ versions: [] }, 'VERSION-001').map(({ specVersion }) => specVersion)).toEqual(['1.1.0'])
  })

  test.each([
    ['of another kind', { kind: 'ipam' }, 'RESULT-001', 'of the kind ipam'],
    ['without a configuration', { configurations: [] }, 'RESULT-001', '--conf'],
    ['that nobody knows to exhaust', { versions: ['1.1.0'] }, 'STATUS-004', 'runs out'],
    ['without a delegate', { delegatesIpam: false }, 'DELEGATE-001', 'does not delegate'],
    ['without damage to notice', { noticedDamage: [] }, 'CHECK-004', 'no damage'],
    ['with other damage to notice', {}, 'CHECK-005', 'no damage'],
    ['of older versions only', { versions: ['0.1.0'] }, 'RESULT-006', 'no version that bridge lists'],
  ] as const)('excuses a target %s, and says why', (_, target, id, reason) => {
    const [planned, ...more] = plan([{ ...bridge, ...target }]).filter(({ requirement }) => requirement === id)
    expect(more).toEqual([])
    expect(planned?.excuse?.verdict).toBe('not-applicable')
    expect(planned?.excuse?.reason).toContain(reason)
  })

  test('marks what the machine cannot run as untestable, case by case', () => {
    const cases = plan([{ ...bridge, missing: ['no bridges here'] }])
    expect(cases.find(({ check }) => check === 'VERSION-001')?.excuse).toBeUndefined()
    expect(cases.filter(({ check }) => check === 'RESULT-001').map(({ excuse }) => excuse)).toEqual(
      Array.from({ length: 5 }, () => ({ verdict: 'untestable', reason: 'no bridges here' })),
    )
  })

  test('keeps to the selected versions and requirements', () => {
    const cases = plan([bridge], { specVersions: ['1.0.0'], requirements: ['DEL-003', 'add-003/ref*'] })
    expect(cases.map(({ id }) => id)).toEqual([
      'bridge@1.0.0 ADD-003/refused',
      'bridge@1.0.0 DEL-003/three-times',
      'bridge@1.0.0 DEL-003/never-added',
      'bridge@1.0.0 DEL-003/interface-gone',
    ])
  })
})

test.each([
  ['DEL-*', true],
  ['del-003', true],
  ['DEL-003/three-times', true],
  ['DEL', false],
  ['DEL.003', false],
])('the glob %s selects something: %s', (glob, expected) => {
  expect(selectsSomething(glob)).toBe(expected)
})
