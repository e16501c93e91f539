import { must, requirement, should, untested } from '../requirement.ts'

export const checkRequirements = [
  requirement({
    id: 'CHECK-001',
    section: 'check',
    statement: 'CHECK takes the interfaces and addresses that it expects from prevResult.',
    holds: [must('0.4.0')],
    kinds: ['interface'],
    needs: ['configuration', 'created-interface'],
    versions: 'once',
    checks: ['interface', 'address'],
    stand: 'A-61',
  }),
  requirement({
    id: 'CHECK-002',
    section: 'check',
    statement: 'CHECK accepts what plugins later in the chain changed, such as routes.',
    holds: [must('0.4.0')],
    kinds: ['interface', 'chained'],
    versions: 'once',
    checks: ['route-added', 'route-moved', 'address-added', 'mac-changed', 'interface-added'],
    stand: 'A-62',
  }),
  requirement({
    id: 'CHECK-003',
    section: 'check',
    statement:
      'CHECK fails when an interface, address or route that the plugin made, and that prevResult lists, is missing or invalid.',
    holds: [should('0.4.0')],
    untested: untested.pending,
  }),
  requirement({
    id: 'CHECK-004',
    section: 'check',
    statement:
      'CHECK fails when something else that the plugin relies on is missing or invalid: firewall rules, traffic shaping, reservations, a daemon.',
    holds: [should('0.4.0')],
    untested: untested.pending,
    stand: 'A-35',
  }),
  requirement({
    id: 'CHECK-005',
    section: 'check',
    statement: 'CHECK fails when the plugin knows that the container cannot be reached.',
    holds: [should('0.4.0')],
    kinds: ['interface'],
    untested: untested.pending,
  }),
  requirement({
    id: 'CHECK-006',
    section: 'check',
    statement: 'CHECK succeeds right after ADD.',
    holds: [must('0.4.0')],
    configurations: 'every',
    checks: ['after-add', 'under-load'],
  }),
  requirement({
    id: 'CHECK-007',
    section: 'check',
    statement: 'CHECK gives what comes up asynchronously a reasonable time before it fails.',
    holds: [should('0.4.0')],
    untested:
      'Only the plugin knows what of its work comes up asynchronously. As far as it shows from outside, CHECK-006 tests it: by a CHECK right after ADD, with IPv6 addresses too.',
    stand: 'A-36',
  }),
  requirement({
    id: 'CHECK-008',
    section: 'check',
    statement: 'CHECK runs the delegated plugins too.',
    holds: [should('0.4.0', '0.4.0'), must('1.0.0')],
    needs: ['configuration', 'delegate'],
    stand: 'A-19',
  }),
  requirement({
    id: 'CHECK-009',
    section: 'check',
    statement: 'CHECK prints nothing when it succeeds.',
    holds: [must('0.4.0', '0.4.0'), should('1.0.0')],
    stand: 'A-33',
  }),
  requirement({
    id: 'CHECK-010',
    section: 'check',
    statement: 'An error of the delegated plugin on CHECK becomes an error of the plugin.',
    holds: [should('0.4.0')],
    needs: ['configuration', 'delegate'],
  }),
] as const
