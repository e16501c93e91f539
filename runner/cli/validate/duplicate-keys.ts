import type { ObjectNode, ValueNode } from '@humanwhocodes/momoa'
import { segment } from '../../../spec/json-pointer.ts'
import type { Finding } from './finding.ts'
import { nameOf, spanOf } from './place.ts'

/** Notes on keys that an object has more than once, at each but the last: that one counts in most decoders. */
export function duplicateKeys(node: ValueNode, pointer = ''): readonly Finding[] {
  if (node.type === 'Array') {
    return node.elements.flatMap(({ value }, index) => duplicateKeys(value, pointer + segment(index)))
  }
  if (node.type !== 'Object') return []
  return [
    ...duplicatesIn(node, pointer),
    ...node.members.flatMap((member) => duplicateKeys(member.value, pointer + segment(nameOf(member)))),
  ]
}

function duplicatesIn({ members }: ObjectNode, pointer: string): readonly Finding[] {
  const last = new Map(members.map((member) => [nameOf(member), member]))
  return members
    .filter((member) => last.get(nameOf(member)) !== member)
    .map((member) => ({
      severity: 'note',
      span: spanOf(member.name),
      pointer: pointer + segment(nameOf(member)),
      message: `${JSON.stringify(nameOf(member))} is here again later: most decoders take the last one and drop this`,
      rule: 'duplicate-key',
    }))
}
