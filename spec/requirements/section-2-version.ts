import { must, requirement, should } from '../requirement.ts'

export const versionRequirements = [
  requirement({
    id: 'VERSION-001',
    section: 'version-success',
    statement: 'VERSION prints one object with cniVersion and the list supportedVersions on standard output.',
    holds: [must('0.2.0')],
    needs: [],
  }),
  requirement({
    id: 'VERSION-002',
    section: 'version-success',
    statement: 'The cniVersion that VERSION prints is the one given on standard input.',
    holds: [must('1.0.0')],
    needs: [],
    stand: 'A-02',
    contested: true,
  }),
  requirement({
    id: 'VERSION-003',
    section: 'version',
    statement: 'VERSION is answered whatever version, or none, is given on standard input.',
    holds: [should('0.2.0')],
    needs: [],
    checks: ['empty-input', 'no-version', 'unknown-version'],
    versions: 'once',
    stand: 'A-03',
  }),
  requirement({
    id: 'VERSION-004',
    section: 'version-success',
    statement: 'Every version listed in supportedVersions is accepted in a network configuration.',
    holds: [must('0.1.0')],
  }),
  requirement({
    id: 'VERSION-005',
    section: 'version-success',
    statement: 'A version that supportedVersions does not list is refused.',
    holds: [must('0.1.0')],
    checks: ['between', 'newer', 'next-major'],
    versions: 'once',
  }),
  requirement({
    id: 'VERSION-006',
    section: 'error',
    statement: 'The refusal of a version that the plugin does not support has code 1.',
    holds: [should('0.1.0')],
    needs: [],
    checks: ['between', 'newer', 'next-major'],
    versions: 'once',
    stand: 'A-30',
  }),
] as const
