import { configurationRequirement, may, must, requirement, should, untested } from '../requirement.ts'

/** Section 1: what binds those who write network configurations. */
export const configurationRequirements = [
  configurationRequirement({
    id: 'CONFIG-001',
    section: 'configuration-format',
    statement: 'A network configuration has the keys that its version demands, and its keys have the types given.',
    holds: [must('0.1.0')],
    stand: 'A-49',
  }),
  configurationRequirement({
    id: 'CONFIG-002',
    section: 'configuration-format',
    statement: 'The name of a network is unique on its host.',
    holds: [should('0.1.0')],
    untested: 'It speaks of all configurations of a host together, and a file shows only one.',
  }),
  configurationRequirement({
    id: 'CONFIG-003',
    section: 'configuration-format',
    statement:
      'The name of a network begins with a letter or digit and goes on with letters, digits, underscores, dots and hyphens.',
    holds: [must('1.0.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-004',
    section: 'configuration-format',
    statement: 'The name of a network has no character that paths of files cannot have.',
    holds: [must('1.1.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-005',
    section: 'plugin-configuration',
    statement: 'The type of a plugin is a file name, without any character that paths of files cannot have.',
    holds: [must('1.0.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-006',
    section: 'plugin-configuration',
    statement: 'The type of an IPAM plugin is a file name, without any character that paths of files cannot have.',
    holds: [must('1.0.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-007',
    section: 'plugin-configuration',
    statement: 'A configuration leaves runtimeConfig, args and keys that begin with cni.dev/ to the runtime.',
    holds: [should('1.0.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-008',
    section: 'configuration-format',
    statement: 'A network configuration is a list of plugins; a configuration of a single plugin is none.',
    holds: [must('1.0.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-009',
    section: 'configuration-format',
    statement: 'Only a configuration that has plugins sets loadOnlyInlinedPlugins to true.',
    holds: [must('1.1.0')],
  }),
  configurationRequirement({
    id: 'CONFIG-010',
    section: 'version-considerations',
    statement: 'The format of configurations stays compatible within a major version.',
    holds: [must('1.1.0')],
    untested: 'It binds those who write the specification.',
  }),
] as const

/** Section 1: what plugins make of the keys of a configuration. */
export const keyRequirements = [
  requirement({
    id: 'KEYS-001',
    section: 'plugin-configuration',
    statement: 'A plugin that uses a well-known key (ipMasq, ipam, dns) gives it the meaning that it has.',
    holds: [should('1.0.0')],
    kinds: ['interface'],
    checks: ['masquerade', 'no-masquerade', 'dns'],
    versions: 'once',
  }),
  requirement({
    id: 'KEYS-002',
    section: 'plugin-configuration',
    statement: 'A plugin may define keys of its own.',
    holds: [may('0.2.0')],
    untested: untested.permission,
  }),
  requirement({
    id: 'KEYS-003',
    section: 'plugin-configuration',
    statement: 'A plugin may refuse a key that it does not know; it does so with code 2.',
    holds: [may('0.2.0')],
    versions: 'once',
    stand: 'A-23',
  }),
  requirement({
    id: 'KEYS-004',
    section: 'plugin-configuration',
    statement: 'A plugin ignores what it does not understand in args.',
    holds: [may('0.2.0', '0.3.1'), should('0.4.0', '0.4.0')],
    stand: 'A-23',
  }),
  requirement({
    id: 'KEYS-005',
    section: 'plugin-configuration',
    statement: 'The networks in ipam.routes are reachable through this network.',
    holds: [should('0.1.0', '0.2.0')],
    kinds: ['interface'],
  }),
] as const
