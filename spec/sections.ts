/** The places of the specification that requirements come from, with the anchor of the heading on the main branch. */
export const sections = {
  'configuration-format': {
    title: 'Section 1, Configuration format',
    anchor: 'configuration-format',
  },
  'plugin-configuration': {
    title: 'Section 1, Plugin configuration objects',
    anchor: 'plugin-configuration-objects',
  },
  'version-considerations': {
    title: 'Section 1, Version considerations',
    anchor: 'version-considerations',
  },
  'protocol-overview': { title: 'Section 2, Overview', anchor: 'overview-1' },
  parameters: { title: 'Section 2, Parameters', anchor: 'parameters' },
  errors: { title: 'Section 2, Errors', anchor: 'errors' },
  add: {
    title: 'Section 2, ADD',
    anchor: 'add-add-container-to-network-or-apply-modifications',
  },
  del: {
    title: 'Section 2, DEL',
    anchor: 'del-remove-container-from-network-or-un-apply-modifications',
  },
  check: {
    title: 'Section 2, CHECK',
    anchor: 'check-check-containers-networking-is-as-expected',
  },
  status: { title: 'Section 2, STATUS', anchor: 'status-check-plugin-status' },
  version: {
    title: 'Section 2, VERSION',
    anchor: 'version-probe-plugin-version-support',
  },
  gc: { title: 'Section 2, GC', anchor: 'gc-clean-up-any-stale-resources' },
  lifecycle: {
    title: 'Section 3, Lifecycle & Ordering',
    anchor: 'lifecycle--ordering',
  },
  'attachment-parameters': {
    title: 'Section 3, Attachment Parameters',
    anchor: 'attachment-parameters',
  },
  adding: { title: 'Section 3, Adding an attachment', anchor: 'adding-an-attachment' },
  deleting: { title: 'Section 3, Deleting an attachment', anchor: 'deleting-an-attachment' },
  checking: { title: 'Section 3, Checking an attachment', anchor: 'checking-an-attachment' },
  collecting: { title: 'Section 3, Garbage-collecting a network', anchor: 'garbage-collecting-a-network' },
  'deriving-requests': {
    title: 'Section 3, Deriving request configuration',
    anchor: 'deriving-request-configuration-from-plugin-configuration',
  },
  'deriving-runtime-config': {
    title: 'Section 3, Deriving runtimeConfig',
    anchor: 'deriving-runtimeconfig',
  },
  delegation: {
    title: 'Section 4, Plugin Delegation',
    anchor: 'section-4-plugin-delegation',
  },
  'delegated-plugins': {
    title: 'Section 4, Delegated Plugin protocol',
    anchor: 'delegated-plugin-protocol',
  },
  'delegation-procedure': {
    title: 'Section 4, Delegated plugin execution procedure',
    anchor: 'delegated-plugin-execution-procedure',
  },
  results: {
    title: 'Section 5, Result Types',
    anchor: 'section-5-result-types',
  },
  'add-success': { title: 'Section 5, ADD Success', anchor: 'add-success' },
  'ipam-success': {
    title: 'Section 5, Delegated plugins (IPAM)',
    anchor: 'delegated-plugins-ipam',
  },
  'version-success': {
    title: 'Section 5, VERSION Success',
    anchor: 'version-success',
  },
  error: { title: 'Section 5, Error', anchor: 'error' },
} as const

export type SectionId = keyof typeof sections

/** The address of a section in the text that requirements are written from. */
export function sectionUrl(section: SectionId): string {
  return `https://github.com/containernetworking/cni/blob/main/SPEC.md#${sections[section].anchor}`
}
