import type { CaseResult } from '../../spec/report.ts'

/** `DEL-003`, or `DEL-003/repeated` where the requirement has several checks. */
export function checkId({ requirement, check }: Pick<CaseResult, 'requirement' | 'check'>): string {
  return check === '' ? requirement : `${requirement}/${check}`
}

/** By which results are grouped: `ADD` for the requirement `ADD-004`, `BEHAVIOUR` for what any type of plugin is known for. */
export function requirementGroup(id: string): string {
  return id.replace(/-(?:\d+|[a-z-]+)$/, '')
}
