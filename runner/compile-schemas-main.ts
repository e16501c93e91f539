/**
 * Compiles the schemas into dist, so that nobody who validates a document has to wait for the compiler. The build always
 * calls it; it does nothing when neither the schemas nor anything that makes the output have changed since.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '../spec/json.ts'
import { packageRoot } from './package-root.ts'
import { moduleFile, validatorsFolder } from './schemas.ts'

const schemaFolder = join(packageRoot, 'spec/schemas')
const stampFile = join(validatorsFolder, 'made-from')

const texts = readSchemas()
const stamp = stampOf(texts)
if (!isUpToDate()) await compile(texts)

function isUpToDate(): boolean {
  const files = [stampFile, ...Array.from(texts.keys()).filter(isDocument).map(moduleFile)]
  return files.every((file) => existsSync(file)) && readFileSync(stampFile, 'utf8') === stamp
}

/** Definitions are no documents of their own: each schema has those that it refers to inside. */
function isDocument(path: string): boolean {
  return !path.endsWith('/definitions.schema.json')
}

/** The text of each schema that this tool reads documents by, by its place below the folder of the schemas. */
function readSchemas(): ReadonlyMap<string, string> {
  const paths = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' }).sort()
  // The others beside the folders are for readers of reports and for editors only.
  const schemas = paths.filter(
    (path) => path.endsWith('.schema.json') && (path.includes('/') || path === 'baseline.schema.json'),
  )
  return new Map(schemas.map((path) => [path, readFileSync(join(schemaFolder, path), 'utf8')]))
}

/** A hash of everything that the output depends on. */
function stampOf(schemas: ReadonlyMap<string, string>): string {
  const ajv = createRequire(import.meta.url).resolve('ajv/package.json')
  const makers = [ajv, fileURLToPath(import.meta.url), join(packageRoot, 'dist/spec/schema-compiler.js')]
  const hash = createHash('sha256')
  for (const maker of makers) hash.update(readFileSync(maker))
  hash.update(JSON.stringify([...schemas]))
  return hash.digest('hex')
}

async function compile(schemas: ReadonlyMap<string, string>): Promise<void> {
  const { compileSchemas } = await import('../spec/schema-compiler.ts')
  const parsed = Array.from(schemas, ([path, text]): [string, JsonObject] => [path, JSON.parse(text)])
  const modules = compileSchemas(new Map(parsed))
  rmSync(validatorsFolder, { recursive: true, force: true })
  for (const [path, text] of modules) {
    if (!isDocument(path)) continue
    mkdirSync(dirname(moduleFile(path)), { recursive: true })
    writeFileSync(moduleFile(path), text)
  }
  // Last, so that a build that was interrupted is done again.
  writeFileSync(stampFile, stamp)
}
