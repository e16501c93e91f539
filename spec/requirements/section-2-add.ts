import { must, requirement, should, untested } from '../requirement.ts'

export const addRequirements = [
  requirement({
    id: 'ADD-001',
    section: 'add',
    statement: 'ADD creates the interface CNI_IFNAME in the container at CNI_NETNS, or adjusts the one that is there.',
    holds: [should('0.1.0')],
    kinds: ['interface', 'chained'],
    configurations: 'every',
  }),
  requirement({
    id: 'ADD-002',
    section: 'add',
    statement: 'A successful ADD prints a result, as one JSON object and nothing else, on standard output.',
    holds: [must('0.1.0')],
  }),
  requirement({
    id: 'ADD-003',
    section: 'add',
    statement:
      'ADD fails when an interface of the requested name exists in the container, and leaves that interface alone.',
    holds: [must('1.0.0')],
    kinds: ['interface'],
    needs: ['configuration', 'created-interface'],
    checks: ['refused', 'left-alone'],
    stand: 'A-07',
  }),
  requirement({
    id: 'ADD-004',
    section: 'add',
    statement: 'What the prevResult holds appears in the result, apart from what the plugin is there to change.',
    holds: [should('0.3.0', '0.4.0'), must('1.0.0')],
    kinds: ['chained'],
    configurations: 'every',
    stand: 'A-54',
  }),
  requirement({
    id: 'ADD-005',
    section: 'add-success',
    statement: 'A plugin that changes nothing that results tell of prints a result equivalent to prevResult.',
    holds: [must('1.0.0')],
    kinds: ['chained'],
    untested: untested.pending,
  }),
  requirement({
    id: 'ADD-006',
    section: 'add',
    statement: 'A plugin supports every operation of the versions that it lists.',
    holds: [must('0.4.0', '0.4.0')],
    untested: 'The checks of each operation show it.',
  }),
] as const
