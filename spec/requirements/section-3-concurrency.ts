import { must, requirement, should } from '../requirement.ts'

/** Section 3, Lifecycle & Ordering: what binds plugins. */
export const concurrencyRequirements = [
  requirement({
    id: 'CONCURRENCY-001',
    section: 'lifecycle',
    statement: 'A plugin copes with being run for different containers at the same time.',
    holds: [must('1.0.0')],
    checks: ['add', 'mixed'],
    versions: 'once',
  }),
  requirement({
    id: 'CONCURRENCY-002',
    section: 'lifecycle',
    statement: 'A plugin locks what its executions share, such as a store of addresses.',
    holds: [must('1.0.0')],
    kinds: ['interface', 'ipam'],
    versions: 'once',
  }),
  requirement({
    id: 'CONCURRENCY-003',
    section: 'lifecycle',
    statement: 'What a plugin keeps for an attachment is kept apart by container ID and interface name.',
    holds: [should('0.4.0')],
    versions: 'once',
    stand: 'A-15',
  }),
  requirement({
    id: 'CONCURRENCY-004',
    section: 'lifecycle',
    statement: 'What a plugin keeps for an attachment is kept apart by network as well.',
    holds: [should('0.4.0')],
    untested: 'DEL-015 tests it.',
    stand: 'A-15',
  }),
] as const
