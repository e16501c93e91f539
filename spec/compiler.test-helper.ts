import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import tmp from 'tmp'
import { packageRoot } from '../runner/package-root.ts'

const configuration = {
  extends: join(packageRoot, 'tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    declaration: false,
    noEmit: true,
    // The program imports by absolute paths, which cannot be rewritten.
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
    rootDir: '/',
  },
  files: ['program.ts'],
}

/**
 * Compiles a program and returns the lines, counted from 0, in which a value does not fit its type. Anything else that the compiler
 * finds, in the program or in what it imports, is thrown.
 */
export async function misfits(program: readonly string[]): Promise<ReadonlySet<number>> {
  const folder = tmp.dirSync({ unsafeCleanup: true })
  try {
    writeFileSync(join(folder.name, 'program.ts'), program.join('\n'))
    writeFileSync(join(folder.name, 'tsconfig.json'), JSON.stringify(configuration))
    const { stdout, exitCode } = await execa('tsc', ['--project', folder.name, '--pretty', 'false'], {
      preferLocal: true,
      localDir: packageRoot,
      cwd: folder.name,
      reject: false,
    })
    if (exitCode === undefined) throw new Error('the compiler did not run')
    return new Set(messages(stdout).map(lineOf))
  } finally {
    folder.removeCallback()
  }
}

/** A message begins with its place, and goes on in lines that are indented. */
function messages(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^\S/.test(line))
}

/** What the compiler says when a value does not fit a type: in general, and of keys that are missing or have nothing in common. */
const misfit = /^program\.ts\((\d+),\d+\): error TS(2345|2322|2739|2740|2741|2559): /

function lineOf(message: string): number {
  const [, line] = misfit.exec(message) ?? []
  if (line === undefined) throw new Error(`the compiler says: ${message}`)
  return Number(line) - 1
}
