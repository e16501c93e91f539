import { must, requirement, should } from '../requirement.ts'

export const delegationRequirements = [
  requirement({
    id: 'DELEGATE-001',
    section: 'delegation',
    statement: 'ADD runs the delegated plugin and applies the addresses and routes that it returns.',
    holds: [must('0.1.0')],
    needs: ['configuration', 'delegate'],
    checks: ['addresses', 'routes'],
  }),
  requirement({
    id: 'DELEGATE-002',
    section: 'delegated-plugins',
    statement: 'The delegated plugin gets all environment variables that the plugin itself got.',
    holds: [must('0.1.0')],
    needs: ['configuration', 'delegate'],
    checks: ['add', 'del'],
  }),
  requirement({
    id: 'DELEGATE-003',
    section: 'delegated-plugins',
    statement: 'The delegated plugin gets the complete network configuration, unknown keys included.',
    holds: [should('0.1.0')],
    needs: ['configuration', 'delegate'],
    checks: ['add', 'del'],
  }),
  requirement({
    id: 'DELEGATE-004',
    section: 'delegation-procedure',
    statement: 'DEL runs the delegated plugin too.',
    holds: [should('0.1.0', '0.4.0'), must('1.0.0')],
    needs: ['configuration', 'delegate'],
    checks: ['netns-present', 'netns-gone'],
  }),
  requirement({
    id: 'DELEGATE-005',
    section: 'delegation-procedure',
    statement: 'An error of the delegated plugin becomes an error of the plugin.',
    holds: [should('1.0.0')],
    needs: ['configuration', 'delegate'],
    checks: ['add', 'del'],
  }),
  requirement({
    id: 'DELEGATE-006',
    section: 'delegation-procedure',
    statement: 'After a failed ADD of the delegated plugin, the plugin runs it with DEL before it returns the failure.',
    holds: [should('1.0.0')],
    needs: ['configuration', 'delegate'],
    stand: 'A-47',
  }),
] as const
