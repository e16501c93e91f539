import { must, requirement, should } from '../requirement.ts'

/** Section 3, Lifecycle & Ordering, and the best effort of DEL: what has to become of executions that do not come to their end. */
export const lifecycleRequirements = [
  requirement({
    id: 'LIFECYCLE-001',
    section: 'del',
    statement: 'DEL succeeds and cleans up after an ADD that was killed, and the next ADD succeeds.',
    holds: [should('0.3.0')],
    versions: 'once',
    stand: 'A-58',
  }),
  requirement({
    id: 'LIFECYCLE-002',
    section: 'del',
    statement: 'DEL succeeds and cleans up after a DEL that was killed.',
    holds: [should('0.3.0')],
    versions: 'once',
    stand: 'A-58',
  }),
  requirement({
    id: 'LIFECYCLE-003',
    section: 'lifecycle',
    statement: 'What a plugin locks is free again when it was killed.',
    holds: [must('1.0.0')],
    versions: 'once',
    stand: 'A-58',
    contested: true,
  }),
  requirement({
    id: 'LIFECYCLE-004',
    section: 'del',
    statement: 'What ADD and DEL leave does not grow with the number of attachments.',
    holds: [should('1.0.0')],
    versions: 'once',
  }),
] as const
