import { defineConfig } from 'vitest/config'

// The tests of this project itself. The suites that judge plugins are started by the command line (runner/engine).
export default defineConfig({
  test: {
    include: ['spec/**/*.test.ts', 'fixtures/**/*.test.ts', 'runner/**/*.test.ts', 'suites/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
