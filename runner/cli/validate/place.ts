import type { MemberNode, Node, ValueNode } from '@humanwhocodes/momoa'
import { segmentsOf, unescapeSegment } from '../../../spec/json-pointer.ts'
import { beginning, type Span } from './finding.ts'

/**
 * Where a JSON pointer leads in a text. Text, numbers and the like are pointed at as a whole, objects and lists at their
 * bracket. What is missing is a matter of the object or list that lacks it.
 */
export function placeOf(root: ValueNode, pointer: string): Span {
  let node = root
  for (const name of segmentsOf(pointer)) {
    const child = childOf(node, name)
    if (child === undefined) break
    node = child
  }
  const { start, end } = spanOf(node)
  return node.type === 'Object' || node.type === 'Array' ? { start, end: start + 1 } : { start, end }
}

/** Where the key is that a JSON pointer ends with; the value itself if it is in a list or nowhere. */
export function placeOfKey(root: ValueNode, pointer: string): Span {
  const end = pointer.lastIndexOf('/')
  const parent = end === -1 ? undefined : nodeAt(root, pointer.slice(0, end))
  const member = parent === undefined ? undefined : memberOf(parent, unescapeSegment(pointer.slice(end + 1)))
  return member === undefined ? placeOf(root, pointer) : spanOf(member.name)
}

export function spanOf({ range }: Node): Span {
  return range === undefined ? beginning : { start: range[0], end: range[1] }
}

export function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name
}

function nodeAt(root: ValueNode, pointer: string): ValueNode | undefined {
  return segmentsOf(pointer).reduce<ValueNode | undefined>(
    (node, name) => (node === undefined ? undefined : childOf(node, name)),
    root,
  )
}

function childOf(node: ValueNode, name: string): ValueNode | undefined {
  return node.type === 'Array' ? node.elements[Number(name)]?.value : memberOf(node, name)?.value
}

/** Of several members with one name, the last one counts. */
function memberOf(node: ValueNode, name: string): MemberNode | undefined {
  return node.type === 'Object' ? node.members.findLast((member) => nameOf(member) === name) : undefined
}
