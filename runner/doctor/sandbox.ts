import { Fault } from '../fault.ts'
import { packageRoot } from '../package-root.ts'
import { findObstacles, readFacts } from '../sandbox/diagnosis.ts'
import { privileges } from '../sandbox/holder.ts'
import { Sandbox } from '../sandbox/sandbox.ts'
import type { Finding } from './finding.ts'

/** The sandbox that could be made, if any, and the finding about it. The caller destroys it. */
export async function examineSandbox(): Promise<{ readonly sandbox: Sandbox | undefined; readonly finding: Finding }> {
  const obstacles = findObstacles(readFacts(privileges())).map(({ problem, remedy }) => `${problem}: ${remedy}`)
  const base = {
    group: 'Sandbox',
    name: 'sandbox',
    required: true,
    neededFor: 'everything',
    remedy: obstacles.join('; ') || 'run it as root, or on a machine that allows namespaces and mounts',
  }
  const how = privileges() === 'root' ? 'as root' : 'as an ordinary user, in a user namespace'
  try {
    const sandbox = await Sandbox.create([packageRoot])
    return { sandbox, finding: { ...base, present: true, detail: how } }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const [detail = ''] = error.message.split('\n')
    return { sandbox: undefined, finding: { ...base, present: false, detail: `${how}, ${detail}` } }
  }
}
