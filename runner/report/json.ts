import { isJsonObject } from '../../spec/json.ts'
import type { Report } from '../../spec/report.ts'

/** The report as JSON, as spec/schemas/report.schema.json describes it: two spaces of indentation, a line break at the end. */
export function json(report: Report): string {
  return `${JSON.stringify(report, sortedWhereFree, 2)}\n`
}

/** Objects with free keys are sorted by them, so that two reports differ only where something differs. */
function sortedWhereFree(key: string, value: unknown): unknown {
  if ((key !== 'env' && key !== 'options') || !isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
