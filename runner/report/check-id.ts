import type { CaseResult } from '../../spec/report.ts'

/** `DEL-003`, or `DEL-003/repeated` where the requirement has several checks. */
export function checkId({ requirement, check }: Pick<CaseResult, 'requirement' | 'check'>): string {
  return check === '' ? requirement : `${requirement}/${check}`
}

/** The letters before the number of a requirement, by which results are grouped: `ADD` for `ADD-004`. */
export function requirementGroup(id: string): string {
  return id.replace(/-\d+$/, '')
}
