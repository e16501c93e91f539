import { marker } from './script.ts'

/** What one tool said. */
export interface Section {
  readonly output: string
  readonly exitCode: number
  /** Its standard error. */
  readonly complaint: string
}

/** Takes the output of the script apart: the sections by their names. */
export function splitSections(stdout: string, stderr: string): ReadonlyMap<string, Section> {
  const complaints = new Map(chunks(stderr))
  return new Map(
    chunks(stdout).flatMap(([name, text]) => {
      const [output = '', status] = text.split(`\n${marker} end `)
      const section = { output, exitCode: Number(status), complaint: complaints.get(name)?.trim() ?? '' }
      const names = name.split(',')
      return names.length === 1
        ? [[name, section] as const]
        : names.map((one, index) => [one, line(section, index)] as const)
    }),
  )
}

/** One line of a section as a section of its own: where the line is there, the tool has not failed before it. */
function line(section: Section, index: number): Section {
  const output = section.output.split('\n')[index] ?? ''
  return { ...section, output, exitCode: output === '' ? section.exitCode : 0 }
}

function chunks(text: string): readonly (readonly [name: string, text: string])[] {
  return text
    .split(`\n${marker} begin `)
    .slice(1)
    .map((chunk) => {
      const end = chunk.indexOf('\n')
      return [chunk.slice(0, end), chunk.slice(end + 1)]
    })
}
