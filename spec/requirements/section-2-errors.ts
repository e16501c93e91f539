import { must, requirement, should } from '../requirement.ts'

export const errorRequirements = [
  requirement({
    id: 'ERROR-001',
    section: 'errors',
    statement: 'The exit status is zero when the operation succeeded and another value when it failed.',
    holds: [must('0.1.0')],
    checks: ['add', 'del', 'broken-json', 'unlisted-version'],
    generated: true,
  }),
  requirement({
    id: 'ERROR-002',
    section: 'errors',
    statement: 'A failing plugin prints an error object, and nothing else, on standard output.',
    holds: [must('0.1.0', '0.4.0'), should('1.0.0')],
    needs: [],
    checks: ['broken-json', 'unlisted-version'],
    stand: 'A-01',
    generated: true,
  }),
  requirement({
    id: 'ERROR-010',
    section: 'errors',
    statement:
      'Whatever is on standard input or in CNI_ARGS, a plugin ends by itself, with a result or an error object.',
    holds: [must('0.1.0', '0.4.0'), should('1.0.0')],
    needs: [],
    checks: ['wrong-types', 'unusual-json', 'malformed-args'],
    versions: 'once',
    stand: 'A-01',
  }),
] as const
