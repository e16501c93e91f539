import { must, requirement, should, untested } from '../requirement.ts'

export const parameterRequirements = [
  requirement({
    id: 'PARAM-001',
    section: 'parameters',
    statement:
      'A plugin that cannot use the name in CNI_IFNAME reports an error; it never makes an interface of another name.',
    holds: [must('0.3.0')],
    kinds: ['interface'],
    checks: ['too-long', 'slash', 'dot', 'space'],
    versions: 'once',
  }),
  requirement({
    id: 'PARAM-002',
    section: 'parameters',
    statement: 'An operation without an environment variable that it requires is refused.',
    holds: [should('0.4.0')],
    checks: ['add-containerid', 'add-netns', 'add-ifname', 'del-containerid', 'del-ifname'],
    versions: 'once',
    stand: 'A-30',
  }),
  requirement({
    id: 'PARAM-003',
    section: 'error',
    statement: 'The refusal of a missing environment variable has code 4.',
    holds: [should('1.0.0')],
    checks: ['add-containerid', 'add-netns', 'add-ifname'],
    stand: 'A-30',
  }),
  requirement({
    id: 'PARAM-004',
    section: 'error',
    statement: 'An error with code 4 names every environment variable that is invalid.',
    holds: [must('1.0.0')],
    checks: ['containerid', 'netns', 'ifname', 'all'],
  }),
  requirement({
    id: 'PARAM-005',
    section: 'parameters',
    statement: 'A container ID outside the allowed characters is refused.',
    holds: [should('1.0.0')],
    checks: ['slash', 'space', 'leading-hyphen'],
    versions: 'once',
    stand: 'A-43',
  }),
  requirement({
    id: 'PARAM-006',
    section: 'parameters',
    statement: 'A plugin is an executable, and takes its parameters from the environment and standard input.',
    holds: [must('0.4.0')],
    needs: [],
    untested: 'Every other check shows it.',
  }),
  requirement({
    id: 'PARAM-007',
    section: 'parameters',
    statement: 'An operation works without the environment variables that are optional for it.',
    holds: [must('1.0.0')],
    contested: true,
    untested: untested.pending,
    stand: 'A-08',
  }),
] as const
