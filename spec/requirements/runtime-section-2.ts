import { may, must, runtimeRequirement, should } from '../requirement.ts'

/** Section 2: what binds runtimes. */
export const runtimeProtocolRequirements = [
  runtimeRequirement({
    id: 'RUNTIME-012',
    section: 'protocol-overview',
    statement: 'A runtime executes plugins in its own network domain.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-013',
    section: 'parameters',
    statement: 'A container ID is not empty.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-014',
    section: 'parameters',
    statement:
      'A container ID begins with a letter or digit and goes on with letters, digits, underscores, dots and hyphens.',
    holds: [must('1.0.0')],
    stand: 'A-43',
  }),
  runtimeRequirement({
    id: 'RUNTIME-015',
    section: 'parameters',
    statement: 'A container ID is there and is unique as long as the container lives.',
    holds: [should('0.1.0', '0.3.1'), must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-016',
    section: 'parameters',
    statement: 'The interface name in CNI_IFNAME is one that Linux accepts.',
    holds: [must('0.1.0', '0.4.0')],
    stand: 'A-42',
  }),
  runtimeRequirement({
    id: 'RUNTIME-017',
    section: 'parameters',
    statement:
      'A runtime executes the file that is named like the type of the plugin, with its parameters in the environment.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-018',
    section: 'parameters',
    statement: 'A runtime looks for plugins in a list of directories.',
    holds: [should('0.4.0', '0.4.0'), must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-019',
    section: 'parameters',
    statement: 'A runtime passes the configuration of a plugin on standard input, as JSON.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-020',
    section: 'add',
    statement: 'A runtime does not call ADD twice for one attachment without a DEL between.',
    holds: [must('0.4.0', '0.4.0'), should('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-021',
    section: 'del',
    statement: 'A runtime supplies prevResult on DEL: the final result of the ADD.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-022',
    section: 'del',
    statement: 'A runtime calls DEL with the parameters that it called ADD with.',
    holds: [should('0.4.0', '0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-023',
    section: 'del',
    statement: 'A runtime forgets the result of an ADD when DEL has succeeded.',
    holds: [must('0.4.0', '0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-024',
    section: 'check',
    statement: 'A runtime calls CHECK only for a container that was added and was not deleted since.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-025',
    section: 'check',
    statement: 'A runtime supplies prevResult on CHECK: the result of the last ADD.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-026',
    section: 'check',
    statement: 'A runtime may let libcni keep results.',
    holds: [may('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-027',
    section: 'check',
    statement: 'A runtime may end the CHECK of a chain at the first error.',
    holds: [may('0.4.0')],
    stand: 'A-57',
  }),
  runtimeRequirement({
    id: 'RUNTIME-028',
    section: 'check',
    statement: 'A runtime may call CHECK at any time between a successful ADD and DEL.',
    holds: [may('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-029',
    section: 'check',
    statement: 'A runtime may take it after a failed CHECK that the container stays misconfigured.',
    holds: [may('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-030',
    section: 'check',
    statement: 'A runtime calls CHECK with the parameters that it called ADD with, apart from CNI_PATH.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-031',
    section: 'gc',
    statement: 'A runtime does not use GC in the place of DEL.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-032',
    section: 'gc',
    statement: 'A runtime passes the list of valid attachments with the configuration on GC.',
    holds: [must('1.1.0')],
    stand: 'A-11',
  }),
  runtimeRequirement({
    id: 'RUNTIME-033',
    section: 'parameters',
    statement:
      'A runtime may leave out the environment variables that are optional for an operation, and sets the others.',
    holds: [must('1.0.0')],
  }),
] as const
