import { may, must, requirement, should, untested } from '../requirement.ts'

export const errorObjectRequirements = [
  requirement({
    id: 'ERROR-003',
    section: 'error',
    statement:
      'The error object has a code that is a whole number and a message that is not empty; details, if any, are text.',
    holds: [must('0.1.0', '0.4.0'), should('1.0.0')],
    needs: [],
    stand: 'A-05',
  }),
  requirement({
    id: 'ERROR-004',
    section: 'error',
    statement: 'The cniVersion of an error object is the version in use, and is there.',
    holds: [should('0.1.0')],
    needs: [],
    stand: 'A-04',
  }),
  requirement({
    id: 'ERROR-005',
    section: 'error',
    statement: 'Input that is not JSON is refused with code 6.',
    holds: [should('1.0.0')],
    checks: ['truncated', 'not-json', 'array', 'empty'],
    versions: 'once',
    stand: 'A-30',
  }),
  requirement({
    id: 'ERROR-006',
    section: 'error',
    statement: 'An invalid network configuration is refused, with the code that its flaw has in the table.',
    holds: [should('1.0.0')],
    needs: ['configuration', 'invalid-configuration'],
    stand: 'A-30',
  }),
  requirement({
    id: 'ERROR-007',
    section: 'error',
    statement: 'Error codes below 100 are used only with the meaning that the specification gives them.',
    holds: [must('0.1.0')],
    checks: ['broken-json', 'unlisted-version', 'missing-environment'],
    stand: 'A-31',
  }),
  requirement({
    id: 'ERROR-008',
    section: 'error',
    statement: 'An error with code 2 names the key that is not supported, and its value.',
    holds: [must('0.2.0')],
    versions: 'once',
  }),
  requirement({
    id: 'ERROR-009',
    section: 'error',
    statement: 'Code 11 may say that the operation is worth repeating later.',
    holds: [may('0.4.0')],
    untested: untested.permission,
  }),
] as const
