import type { CaseEnding } from '../engine/ending.ts'
import { visibleInline } from '../report/visible.ts'

export interface Progress {
  readonly advance: (ending: CaseEnding) => void
  readonly end: () => void
}

/** Counts the cases on a terminal, in one line that is written over; elsewhere it is silent. */
export function progress(stream: NodeJS.WriteStream, total: number, quiet: boolean): Progress {
  if (quiet || !stream.isTTY) return { advance: () => {}, end: () => {} }
  let done = 0
  return {
    advance: ({ caseId }) => {
      done += 1
      const line = Array.from(visibleInline(`${done}/${total} ${caseId}`))
        .slice(0, Math.max(20, stream.columns - 1))
        .join('')
      stream.write(`\r\u001B[K${line}`)
    },
    end: () => stream.write('\r\u001B[K'),
  }
}
