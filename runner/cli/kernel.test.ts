import { describe, expect, test } from 'vitest'
import { takeKernel } from './kernel.ts'

describe('--kernel', () => {
  test.each([
    [['./bin', '--strict'], 'host', ['./bin', '--strict']],
    [['./bin', '--kernel', 'uml', '--strict'], 'uml', ['./bin', '--strict']],
    [['--kernel=uml', './bin'], 'uml', ['./bin']],
    [['--kernel', 'uml', './bin', '--kernel=host'], 'host', ['./bin']],
  ] as const)('%j: %s', (args, kernel, rest) => {
    expect(takeKernel(args)).toEqual({ kernel, rest })
  })

  test.each([[['--kernel', 'xen']], [['--kernel=']], [['--kernel']]])('%j is wrong usage', (args) => {
    expect(() => takeKernel(args)).toThrow('--kernel takes host or uml')
  })
})
