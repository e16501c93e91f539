import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../package-root.ts'
import { requestedBaseline } from './baseline.ts'
import { checkNames } from './baseline-names.ts'

const published = join(packageRoot, 'fixtures/baselines')

test.each(readdirSync(published))('%s names what there is', (name) => {
  const path = join(published, name)
  const request = requestedBaseline({ path, update: false, bail: false, directory: '.' })
  expect(request?.baseline.entries.length).toBeGreaterThan(0)
  if (request !== undefined) checkNames(request, [])
})
