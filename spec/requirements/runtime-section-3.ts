import { may, must, runtimeRequirement, should } from '../requirement.ts'

/** Section 3: the order of operations. */
export const runtimeLifecycleRequirements = [
  runtimeRequirement({
    id: 'RUNTIME-034',
    section: 'lifecycle',
    statement: 'A runtime makes the network namespace of a container before it calls any plugin.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-035',
    section: 'lifecycle',
    statement: 'A runtime runs one operation at a time for a container.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-036',
    section: 'lifecycle',
    statement: 'A runtime runs either a gc, or adds and deletes.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-037',
    section: 'lifecycle',
    statement: 'A runtime begins a gc when no add or delete is in progress.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-038',
    section: 'lifecycle',
    statement: 'A runtime waits for the end of a gc before it begins an add or delete.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-039',
    section: 'lifecycle',
    statement: 'A runtime follows each add by a delete in the end.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-040',
    section: 'lifecycle',
    statement: 'A runtime deletes also what it failed to add.',
    holds: [should('0.3.0', '0.4.0'), must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-041',
    section: 'lifecycle',
    statement: 'A runtime may delete again.',
    holds: [may('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-042',
    section: 'lifecycle',
    statement: 'A network configuration stays as it is between add and delete.',
    holds: [should('1.0.0')],
    stand: 'A-45',
  }),
  runtimeRequirement({
    id: 'RUNTIME-043',
    section: 'lifecycle',
    statement: 'A network configuration stays as it is between attachments.',
    holds: [should('1.0.0')],
    stand: 'A-45',
  }),
  runtimeRequirement({
    id: 'RUNTIME-044',
    section: 'lifecycle',
    statement: 'A runtime determines the networks of a container, and adds it to one after the other.',
    holds: [must('0.4.0', '0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-045',
    section: 'attachment-parameters',
    statement: 'A runtime passes the directories that it searches for plugins on, in CNI_PATH.',
    holds: [must('1.0.0')],
  }),
] as const

/** Section 3: the procedures. */
export const runtimeProcedureRequirements = [
  runtimeRequirement({
    id: 'RUNTIME-046',
    section: 'adding',
    statement: 'For every operation on a network, a plugin that is not found is an error.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-047',
    section: 'adding',
    statement:
      'For every operation on a network, a runtime executes each plugin with the operation in CNI_COMMAND and its own request on standard input.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-048',
    section: 'adding',
    statement: 'An add ends at the first error and returns it.',
    holds: [must('0.3.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-049',
    section: 'adding',
    statement: 'A runtime keeps the final result of an add for check and delete.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-050',
    section: 'deleting',
    statement: 'A delete executes the plugins in reverse order.',
    holds: [must('0.3.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-051',
    section: 'deleting',
    statement: 'A delete ends at the first error and returns it.',
    holds: [must('0.3.0')],
    stand: 'A-38',
  }),
  runtimeRequirement({
    id: 'RUNTIME-052',
    section: 'checking',
    statement: 'A runtime may check an attachment.',
    holds: [may('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-053',
    section: 'checking',
    statement: 'A check uses the parameters of the add.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-054',
    section: 'checking',
    statement: 'A check ends at the first error and returns it.',
    holds: [must('0.4.0')],
    stand: 'A-57',
  }),
  runtimeRequirement({
    id: 'RUNTIME-055',
    section: 'collecting',
    statement: 'A runtime may have the plugins of a network clean up what is stale.',
    holds: [may('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-056',
    section: 'collecting',
    statement: 'A gc goes on after an error, and returns all errors.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-067',
    section: 'deleting',
    statement: 'An operation on a network succeeds when all plugins succeed.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-068',
    section: 'checking',
    statement: 'A check of a network configuration with disableCheck succeeds.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-069',
    section: 'collecting',
    statement: 'A gc has no parameters of an attachment.',
    holds: [must('1.1.0')],
  }),
] as const

/** Section 3: the request that a plugin gets. */
export const runtimeRequestRequirements = [
  runtimeRequirement({
    id: 'RUNTIME-057',
    section: 'deriving-requests',
    statement: 'A runtime makes a request for each plugin from the network configuration.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-058',
    section: 'deriving-requests',
    statement: 'A request has the cniVersion that was selected and the name of the network.',
    holds: [must('0.3.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-059',
    section: 'deriving-requests',
    statement: 'A request has the capability arguments in runtimeConfig.',
    holds: [may('0.3.0', '0.4.0'), must('1.0.0')],
    stand: 'A-48',
  }),
  runtimeRequirement({
    id: 'RUNTIME-060',
    section: 'deriving-requests',
    statement: 'A request has the result of the plugin before, or on check and delete of the add, as prevResult.',
    holds: [must('0.3.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-061',
    section: 'deriving-requests',
    statement: 'The request of the first plugin of an add has no prevResult.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-062',
    section: 'deriving-requests',
    statement: 'A request has no capabilities.',
    holds: [must('1.0.0')],
    stand: 'A-48',
  }),
  runtimeRequirement({
    id: 'RUNTIME-063',
    section: 'deriving-requests',
    statement: 'All other keys that do not begin with cni.dev/ are passed through as they are.',
    holds: [should('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-064',
    section: 'deriving-runtime-config',
    statement: 'A capability that the plugin supports and the runtime provides goes to runtimeConfig, under its name.',
    holds: [must('0.3.0', '0.4.0'), should('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-065',
    section: 'deriving-requests',
    statement: 'All plugins of a list are executed with the same environment.',
    holds: [must('0.3.0', '0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-066',
    section: 'deriving-requests',
    statement: 'What varies from one invocation to the next is passed in args.',
    holds: [should('0.2.0', '0.3.1'), must('0.4.0', '0.4.0')],
  }),
] as const
