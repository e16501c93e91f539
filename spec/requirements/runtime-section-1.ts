import { may, must, runtimeRequirement } from '../requirement.ts'

/** Section 1: what binds runtimes. */
export const runtimeConfigurationRequirements = [
  runtimeRequirement({
    id: 'RUNTIME-001',
    section: 'configuration-format',
    statement: 'A runtime does not call CHECK for a network configuration with disableCheck.',
    holds: [must('0.4.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-002',
    section: 'configuration-format',
    statement: 'A runtime does not call GC for a network configuration with disableGC.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-003',
    section: 'configuration-format',
    statement:
      'A runtime appends valid plugin configurations from other sources to the plugins of their network, unless loadOnlyInlinedPlugins is true.',
    holds: [must('1.1.0')],
    stand: 'A-56',
  }),
  runtimeRequirement({
    id: 'RUNTIME-004',
    section: 'configuration-format',
    statement:
      'The plugins of a network are those in its configuration and, unless loadOnlyInlinedPlugins is true, those in the folder of its name beside it.',
    holds: [must('1.1.0')],
    stand: 'A-56',
  }),
  runtimeRequirement({
    id: 'RUNTIME-005',
    section: 'plugin-configuration',
    statement: 'A runtime may gather plugin configurations from several sources.',
    holds: [may('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-006',
    section: 'plugin-configuration',
    statement: 'A runtime relates each plugin configuration to exactly one valid network configuration.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-007',
    section: 'plugin-configuration',
    statement: 'A runtime validates the plugin configurations that it gathers.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-008',
    section: 'plugin-configuration',
    statement: 'A runtime calls each plugin that has a valid configuration.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-009',
    section: 'plugin-configuration',
    statement: 'A runtime passes the keys of a plugin configuration that it does not know on to the plugin, unchanged.',
    holds: [must('1.0.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-010',
    section: 'version-considerations',
    statement: 'A runtime selects the highest version that it supports of those in cniVersion and cniVersions.',
    holds: [must('1.1.0')],
  }),
  runtimeRequirement({
    id: 'RUNTIME-011',
    section: 'version-considerations',
    statement: 'A runtime may take the answers of the plugins to VERSION into account when it selects a version.',
    holds: [may('1.1.0')],
  }),
] as const
