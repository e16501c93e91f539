/**
 * One word of a POSIX shell command that stands for exactly `text`, which may hold anything but NUL. What a reader could not see
 * or a terminal could take for a command is written as octal escapes of its UTF-8 bytes.
 */
export function shellQuote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  if (isPlain(text)) return singleQuoted(text)
  // A command substitution drops the line breaks at the end, so they go outside of it.
  const end = text.length - (/\n*$/.exec(text)?.[0].length ?? 0)
  const breaks = text.slice(end)
  return `"$(printf ${printfFormat(text.slice(0, end))})"${breaks === '' ? '' : singleQuoted(breaks)}`
}

/** The words of a command, quoted where needed. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellQuote).join(' ')
}

/** A quoted format with which `printf` writes exactly `text`, which may hold NUL too. */
export function printfFormat(text: string): string {
  const format = text
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replace(/^-/, '\\055') // else printf takes it for an option
    .replace(/[^\n\t\x20-\x7e]+/g, (run) => [...Buffer.from(run)].map(octal).join(''))
  return singleQuoted(format)
}

/** Whether it can stand in a script as it is: printable ASCII, tabs and line breaks. */
export function isPlain(text: string): boolean {
  return /^[\n\t\x20-\x7e]*$/.test(text)
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`
}
