import { defineConfig } from 'vitest/config'

/** It starts machines for tests that need another kernel. */
const otherKernel = 'fixtures/plugins/other-kernel.test.ts'

const shared = { isolate: false, testTimeout: 300_000, hookTimeout: 120_000 }

// The tests of this project itself. The suites that judge plugins are started by the command line (runner/engine).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'code',
          include: ['spec/**/*.test.ts', 'fixtures/**/*.test.ts', 'runner/**/*.test.ts'],
          exclude: [otherKernel],
          // By default one processor is left to others: half of a small machine.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'suites',
          include: ['suites/**/*.test.ts', otherKernel],
          // Each of them keeps all processors busy by itself, and what runs beside it would only change its timing.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
