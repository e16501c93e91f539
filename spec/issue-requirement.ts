import type { RequirementId } from './registry.ts'
import type { SchemaKind } from './schema-kinds.ts'
import { atLeast, type SpecVersion } from './versions.ts'

/** What is said about a part of a document by a requirement of its own. */
interface Rule {
  /** Which issues it is about, by their JSON pointer. */
  readonly pointer: RegExp
  /** Which of these issues, by their keyword; all of them without. */
  readonly keyword?: string
  /** The oldest version that the requirement holds for. Before it, the issue is one of the form of the document. */
  readonly since?: SpecVersion
  readonly requirement: RequirementId
}

interface Rules {
  /** The first that fits counts. */
  readonly parts: readonly Rule[]
  /** The requirement that says how the document as a whole has to look. */
  readonly form: RequirementId
}

const names: readonly Rule[] = [
  { pointer: /^\/name$/, keyword: 'format', since: '1.0.0', requirement: 'CONFIG-003' },
  { pointer: /^(\/plugins\/\d+)?\/type$/, keyword: 'format', since: '1.0.0', requirement: 'CONFIG-005' },
  { pointer: /^(\/plugins\/\d+)?\/ipam\/type$/, keyword: 'format', since: '1.0.0', requirement: 'CONFIG-006' },
]

const configuration: Rules = {
  parts: [
    ...names,
    { pointer: /./, keyword: 'reserved-key', since: '1.0.0', requirement: 'CONFIG-007' },
    { pointer: /^$/, keyword: 'kind', since: '1.0.0', requirement: 'CONFIG-008' },
    // A list without plugins is wrong in 1.1.0 only if it wants no others.
    { pointer: /^\/plugins$/, keyword: 'required', since: '1.1.0', requirement: 'CONFIG-009' },
  ],
  form: 'CONFIG-001',
}

/** A request is a configuration with what the runtime inserts. */
function request(...parts: readonly Rule[]): Rules {
  return {
    parts: [
      ...names,
      ...parts,
      { pointer: /^\/(cniVersion|name)$/, since: '0.3.0', requirement: 'RUNTIME-058' },
      { pointer: /^\/runtimeConfig/, since: '0.3.0', requirement: 'RUNTIME-059' },
      { pointer: /^\/prevResult/, since: '0.3.0', requirement: 'RUNTIME-060' },
      { pointer: /^\/capabilities$/, keyword: 'not', since: '1.0.0', requirement: 'RUNTIME-062' },
    ],
    form: 'CONFIG-001',
  }
}

const rules: Readonly<Record<SchemaKind, Rules>> = {
  'network-config': configuration,
  'network-config-list': configuration,
  'add-request': request(),
  'del-request': request({ pointer: /^\/prevResult/, since: '0.4.0', requirement: 'RUNTIME-021' }),
  'check-request': request({ pointer: /^\/prevResult/, since: '0.4.0', requirement: 'RUNTIME-025' }),
  'status-request': request(),
  'gc-request': request({ pointer: /^\/cni\.dev~1/, requirement: 'RUNTIME-032' }),
  'version-request': {
    parts: [{ pointer: /^\/cniVersion$/, requirement: 'RUNTIME-058' }],
    form: 'RUNTIME-019',
  },
  'add-result': {
    parts: [
      { pointer: /^\/cniVersion$/, since: '0.4.0', requirement: 'RESULT-002' },
      { pointer: /^\/ips\/\d+\/interface$/, since: '0.3.0', requirement: 'RESULT-009' },
    ],
    form: 'RESULT-001',
  },
  'ipam-result': {
    parts: [{ pointer: /^(\/interfaces|\/ips\/\d+\/interface)$/, since: '0.3.0', requirement: 'IPAM-002' }],
    form: 'IPAM-001',
  },
  'version-result': { parts: [], form: 'VERSION-001' },
  error: { parts: [{ pointer: /^\/cniVersion$/, requirement: 'ERROR-004' }], form: 'ERROR-003' },
}

/**
 * The requirement that a document of a kind breaks with an issue at a place. It holds in the version of the document.
 *
 * @param pointer JSON pointer, as in the issues of `validate`
 * @param keyword keyword of JSON Schema, as in the issues of `validate`; or `kind` where the version does not have such
 *   documents, or `reserved-key` where a configuration has what only a runtime should insert
 */
export function requirementOfIssue(
  kind: SchemaKind,
  version: SpecVersion,
  pointer: string,
  keyword: string,
): RequirementId {
  const { parts, form } = rules[kind]
  const part = parts.find(
    (rule) =>
      rule.pointer.test(pointer) &&
      (rule.keyword === undefined || rule.keyword === keyword) &&
      atLeast(version, rule.since ?? '0.1.0'),
  )
  return part?.requirement ?? form
}
