import type { ValueNode } from '@humanwhocodes/momoa'
import { requirementOfIssue } from '../../../spec/issue-requirement.ts'
import { isJsonObject, type JsonObject } from '../../../spec/json.ts'
import { hasSchema, type SchemaKind } from '../../../spec/schema-kinds.ts'
import { atLeast, type SpecVersion } from '../../../spec/versions.ts'
import { UsageError } from '../../fault.ts'
import type { Finding } from './finding.ts'
import { type DocumentIssue, documentIssues, isConfiguration } from './issues.ts'
import { misspeltKeys, type Note, propertiesOf, reservedKeys } from './network-notes.ts'
import type { ParsedDocument } from './parse.ts'
import { placeOf, placeOfKey } from './place.ts'
import { type Recognised, recogniseKind, recogniseVersion } from './recognise.ts'

/** What the command line says about the files. What it does not say is guessed. */
export interface Told {
  readonly kind: SchemaKind | undefined
  readonly version: SpecVersion | undefined
}

/** What a document was taken for, and what is to be said about it. */
export interface Judgement extends Told {
  /** Why, where it was guessed. */
  readonly reasons: readonly string[]
  readonly findings: readonly Finding[]
}

/** Judges a document by its kind and version. The name of its file helps to guess them. */
export function judge({ value, root }: ParsedDocument, file: string, told: Told): Judgement {
  if (!isJsonObject(value)) return { ...told, reasons: [], findings: [notAnObject(root)] }
  const kind = told.kind === undefined ? recogniseKind(value, file) : asTold(told.kind)
  if (kind === undefined) {
    throw new UsageError(`nothing in ${file} says what it is: name the kind before the file, such as network-config`)
  }
  const version = told.version === undefined ? recogniseVersion(kind.value, value) : asTold(told.version)
  return {
    kind: kind.value,
    version: version.value,
    reasons: [kind.reason, version.reason].filter((reason) => reason !== ''),
    findings: [
      ...documentIssues(kind.value, version.value, value).map((issue) =>
        findingOf(issue, root, kind.value, version.value),
      ),
      ...notesOn(kind.value, version.value, value).map((note) => noteFinding(note, root, kind.value, version.value)),
    ],
  }
}

function asTold<T>(value: T): Recognised<T> {
  return { value, reason: '' }
}

function notAnObject(root: ValueNode): Finding {
  const what = root.type === 'Array' ? 'a list' : `a ${root.type.toLowerCase()}`
  const message = `the document is ${root.type === 'Null' ? 'null' : what}, but has to be an object`
  return { severity: 'issue', span: placeOf(root, ''), pointer: '', message, rule: 'type' }
}

function findingOf(issue: DocumentIssue, root: ValueNode, kind: SchemaKind, version: SpecVersion): Finding {
  const { pointer, message, keyword, plugin } = issue
  // What has to be absent is absent with its key.
  const span = keyword === 'not' || keyword === 'propertyNames' ? placeOfKey(root, pointer) : placeOf(root, pointer)
  const finding = { severity: 'issue', span, pointer, message, rule: keyword } as const
  if (plugin !== undefined) return { ...finding, plugin }
  // A version says nothing about documents that it does not have, but 1.0.0 about those that it no longer has.
  if (keyword === 'kind' && kind !== 'network-config') return finding
  return { ...finding, requirement: requirementOfIssue(kind, version, pointer, keyword) }
}

function noteFinding(note: Note, root: ValueNode, kind: SchemaKind, version: SpecVersion): Finding {
  const finding = { ...note, severity: 'note', span: placeOfKey(root, note.pointer) } as const
  if (note.rule !== 'reserved-key' || !atLeast(version, '1.0.0')) return finding
  return { ...finding, requirement: requirementOfIssue(kind, version, note.pointer, note.rule) }
}

function notesOn(kind: SchemaKind, version: SpecVersion, document: JsonObject): readonly Note[] {
  if (!isConfiguration(kind)) return []
  const known = hasSchema(version, kind) ? propertiesOf(`${version}/${kind}.schema.json`) : []
  return [
    ...(kind.startsWith('network-config') ? reservedKeys(document, version) : []),
    ...misspeltKeys(document, known),
  ]
}
