import type { Requirement } from '../../spec/requirement.ts'

/** `should from 0.3.0 to 0.4.0, must from 1.0.0`. */
export function validityOf({ holds, contested }: Requirement): string {
  const spans = holds.map(({ level, from, to }) => `${level} from ${from}${to === undefined ? '' : ` to ${to}`}`)
  return `${spans.join(', ')}${contested ? ' (contested)' : ''}`
}
