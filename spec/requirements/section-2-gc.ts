import { may, must, requirement, should, untested } from '../requirement.ts'

export const gcRequirements = [
  requirement({
    id: 'GC-001',
    section: 'gc',
    statement: 'GC may remove what belongs to attachments outside of the list; it leaves alone what is in it.',
    holds: [may('1.1.0')],
    untested: untested.pending,
    stand: 'A-12',
  }),
  requirement({
    id: 'GC-002',
    section: 'gc',
    statement: 'GC removes as much as possible of what is stale, such as firewall rules.',
    holds: [should('1.1.0')],
    untested: untested.pending,
  }),
  requirement({
    id: 'GC-003',
    section: 'gc',
    statement: 'GC releases the reservations of attachments that the list does not have.',
    holds: [should('1.1.0')],
    kinds: ['ipam'],
    untested: untested.pending,
  }),
  requirement({
    id: 'GC-004',
    section: 'gc',
    statement: 'GC may take it that the container of a stale attachment is gone, with all that was in it.',
    holds: [may('1.1.0')],
    untested: untested.permission,
  }),
  requirement({
    id: 'GC-005',
    section: 'gc',
    statement: 'GC generally succeeds.',
    holds: [should('1.1.0')],
    untested: untested.pending,
  }),
  requirement({
    id: 'GC-006',
    section: 'gc',
    statement: 'After an error GC goes on, removes as much as possible, and reports the error at the end.',
    holds: [should('1.1.0')],
    untested: untested.pending,
  }),
  requirement({
    id: 'GC-007',
    section: 'gc',
    statement: 'GC runs the delegated plugins too.',
    holds: [must('1.1.0')],
    needs: ['configuration', 'delegate'],
    untested: untested.pending,
  }),
  requirement({
    id: 'GC-008',
    section: 'gc',
    statement: 'GC prints nothing when it succeeds.',
    holds: [must('1.1.0')],
    untested: untested.pending,
    stand: 'A-33',
  }),
] as const
