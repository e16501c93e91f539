import { readdirSync } from 'node:fs'
import { defineConfig } from 'rolldown'

// A plugin is started anew for every operation, and reading two dozen modules took longer than all that a plugin does itself.
const plugins = readdirSync('fixtures/plugins/bin').filter((type) => !type.endsWith('.json'))

export default defineConfig([
  ...plugins.map((type) => program(`fixtures/plugins/${type}/main.ts`, `dist/plugins/${type}.cjs`)),
  program('fixtures/mutants/main.ts', 'dist/mutants.cjs'),
])

/** CommonJS: Node starts it faster than a module. */
function program(input: string, file: string) {
  return { input, platform: 'node', output: { file, format: 'cjs' } } as const
}
