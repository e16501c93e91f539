import type { CaseEnding } from '../engine/ending.ts'
import { visibleInline } from '../report/visible.ts'

export interface Progress {
  readonly advance: (ending: Pick<CaseEnding, 'caseId'>) => void
  readonly end: () => void
}

/** The part of a stream such as process.stderr that this needs. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { write(text: string): unknown }

/**
 * Counts the cases: on a terminal in one line that is written over, elsewhere in a line a minute, since there are systems for CI
 * that end a job which says nothing for ten.
 */
export function progress(stream: ProgressStream, total: number, quiet: boolean): Progress {
  if (quiet) return { advance: () => {}, end: () => {} }
  return stream.isTTY ? inOneLine(stream, total) : byTheMinute(stream, total)
}

function inOneLine(stream: ProgressStream, total: number): Progress {
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

const minuteMs = 60_000

function byTheMinute(stream: ProgressStream, total: number): Progress {
  const start = Date.now()
  let done = 0
  let said = 0
  return {
    advance: () => {
      done += 1
      const minutes = Math.floor((Date.now() - start) / minuteMs)
      if (minutes === said) return
      said = minutes
      stream.write(`${done} of ${total} cases after ${minutes} min\n`)
    },
    end: () => {},
  }
}
