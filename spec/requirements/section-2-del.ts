import { must, requirement, should } from '../requirement.ts'

export const delRequirements = [
  requirement({
    id: 'DEL-001',
    section: 'del',
    statement: 'DEL removes the interface and undoes everything else that ADD did in the container.',
    holds: [should('0.1.0')],
    configurations: 'every',
  }),
  requirement({
    id: 'DEL-002',
    section: 'del',
    statement:
      'DEL removes what ADD made on the host for this attachment: links, addresses, routes, firewall rules, files.',
    holds: [should('0.1.0')],
    configurations: 'every',
  }),
  requirement({
    id: 'DEL-003',
    section: 'del',
    statement: 'DEL succeeds any number of times, whether or not what it should remove is there.',
    holds: [should('0.3.0', '0.4.0'), must('1.0.0')],
    checks: ['three-times', 'never-added', 'interface-gone'],
    stand: 'A-16',
  }),
  requirement({
    id: 'DEL-004',
    section: 'del',
    statement: 'DEL succeeds without a network namespace: CNI_NETNS unset, empty, or naming one that is gone.',
    holds: [should('0.3.0', '0.4.0'), must('1.0.0')],
    checks: ['netns-unset', 'netns-empty', 'netns-gone'],
    stand: 'A-18',
  }),
  requirement({
    id: 'DEL-005',
    section: 'del',
    statement: 'DEL succeeds when prevResult is empty: absent, null, an object without keys, or without addresses.',
    holds: [should('0.4.0')],
    checks: ['absent', 'null', 'empty-object', 'no-ips'],
    stand: 'A-17',
  }),
  requirement({
    id: 'DEL-006',
    section: 'del',
    statement: 'DEL cleans up the host even if the network namespace no longer exists.',
    holds: [should('0.3.0')],
    checks: ['netns-unset', 'netns-gone'],
  }),
  requirement({
    id: 'DEL-007',
    section: 'del',
    statement: 'DEL cleans up the host even if prevResult is empty.',
    holds: [should('0.4.0')],
    stand: 'A-17',
  }),
] as const
