import { schemaKinds } from '../../spec/schema-kinds.ts'
import { visibleJson } from '../report/visible.ts'
import { type CliCommand, type ExitStatus, exitStatus } from './command.ts'
import { screenOf } from './screen.ts'
import { validationDocument } from './validate/document.ts'
import { type Examination, examine, isValid } from './validate/examine.ts'
import { parseValidateOptions } from './validate/options.ts'
import { readBytes } from './validate/read-bytes.ts'
import { examinationText } from './validate/text.ts'

const help = `Usage: cni-conformance validate [kind] <file…> [options]

Validates network configurations, requests, results and errors against the schemas of the specification, and shows where
each issue is. The configuration of a well-known plugin is validated as well. What is only unusual, such as a key that looks
misspelt, is a note.

  cni-conformance validate /etc/cni/net.d/*
  ./bin/bridge < request.json | cni-conformance validate add-result -

Kinds: without one, the file is read as what it looks like.
${schemaKinds.map((kind) => `  ${kind}`).join('\n')}

Options:
  --spec-version <v>   the version of the specification (default: the one that the file names)
  --json               the same as data

Exit status: 0 valid, 1 not valid, 2 wrong usage, or a file that cannot be read.`

/** Validates files. */
export const validate: CliCommand = {
  help,
  run: async (args): Promise<ExitStatus> => {
    const { files, told, json } = parseValidateOptions(args)
    const examinations: Examination[] = []
    for (const file of files) examinations.push(examine(await readBytes(file), nameOf(file), told))
    process.stdout.write(json ? `${visibleJson(validationDocument(examinations))}\n` : asText(examinations))
    return examinations.every(isValid) ? exitStatus.ok : exitStatus.notConformant
  },
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

function asText(examinations: readonly Examination[]): string {
  const page = screenOf(process.stdout)
  return examinations
    .map((examination) =>
      examinationText(page, examination)
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n')
}
