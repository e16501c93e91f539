import type { TerminalOptions } from '../report/terminal/page.ts'

/** The widest that prose is set, whatever the terminal has: longer lines are hard to follow. */
const maxWidth = 100

/** How to write to standard output or error. NO_COLOR and its like are looked after by Node. */
export function screenOf(stream: NodeJS.WriteStream): TerminalOptions {
  return {
    colour: stream.isTTY && stream.hasColors(),
    width: stream.isTTY ? Math.min(stream.columns, maxWidth) : maxWidth,
    verbose: true,
    quiet: false,
  }
}
