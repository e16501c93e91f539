import { packageVersion } from '../../package-root.ts'
import { type Examination, isValid } from './examine.ts'
import { positionOf } from './position.ts'

/** The document that `validate --json` prints. */
export function validationDocument(examinations: readonly Examination[]): object {
  return {
    format: 'cni-conformance/validation',
    formatVersion: 1,
    tool: { name: 'cni-conformance', version: packageVersion },
    valid: examinations.every(isValid),
    files: examinations.map(fileDocument),
  }
}

function fileDocument(examination: Examination): object {
  const { file, text, kind, version, reasons, findings } = examination
  return {
    file,
    valid: isValid(examination),
    kind: kind ?? null,
    specVersion: version ?? null,
    reasons,
    findings: findings.map(({ severity, span, pointer, message, rule, requirement, plugin }) => ({
      severity,
      start: positionOf(text, span.start),
      end: positionOf(text, span.end),
      pointer: pointer ?? null,
      message,
      rule,
      requirement: requirement ?? null,
      plugin: plugin ?? null,
    })),
  }
}
