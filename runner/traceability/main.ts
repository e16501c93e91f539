import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { currentTraceabilityPage } from './current.ts'

// Called by `npm run requirements` after a change of the registry or the mutants.
writeFileSync(join(packageRoot, 'REQUIREMENTS.md'), currentTraceabilityPage())
