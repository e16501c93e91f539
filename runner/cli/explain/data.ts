import type { Explanation } from '../../../spec/explanation.ts'
import { checkIds } from '../../../spec/registry.ts'
import type { Requirement } from '../../../spec/requirement.ts'
import { sections, sectionUrl } from '../../../spec/sections.ts'
import { stands } from '../../../spec/stands.ts'

/** Everything about a requirement, as plain data. */
export function explanationData(requirement: Requirement, explanation: Explanation | undefined): object {
  const { section, stand } = requirement
  return {
    requirement,
    checks: checkIds(requirement),
    section: { title: sections[section].title, url: sectionUrl(section) },
    ...(stand === undefined ? {} : { stand: stands[stand] }),
    ...(explanation === undefined ? {} : { explanation }),
  }
}
