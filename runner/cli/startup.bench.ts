import { spawnSync } from 'node:child_process'
import { afterAll, bench, describe } from 'vitest'
import { main, openWorkplace } from './exec.test-helper.ts'

const place = openWorkplace()
const ipam = { type: 'host-local', ranges: [[{ subnet: '10.1.0.0/16' }]] }
const file = place.file('10-mynet.conflist', {
  cniVersion: '1.0.0',
  name: 'mynet',
  plugins: [{ type: 'bridge', isGateway: true, ipam }],
})

afterAll(() => place.remove())

// Commands that run no plugin have to answer at once: what they take beyond Node itself is ours. The commands run one after
// the other, so that only a quiet machine compares them fairly.
describe('start-up', () => {
  const commands = [['--help'], ['list'], ['explain', 'DEL-003'], ['validate', file]]
  start('node -e 0', ['-e', '0'])
  for (const command of commands) start(command.slice(0, 2).join(' ').replace(file, 'a network'), [main, ...command])
})

function start(name: string, args: readonly string[]): void {
  bench(
    name,
    () => {
      const { status } = spawnSync(process.execPath, args)
      if (status !== 0) throw new Error(`${name} ends with ${status}`)
    },
    { time: 3000, warmupIterations: 3 },
  )
}
