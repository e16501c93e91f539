import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Sandbox } from '../sandbox/sandbox.ts'
import { type Invocation, type InvocationRequest, invoke, maxOutputBytes } from './invoke.ts'

let sandbox: Sandbox
let directory: string

beforeAll(async () => {
  directory = mkdtempSync('/tmp/cni-conformance-test-')
  sandbox = await Sandbox.create([directory])
})

afterAll(async () => {
  await sandbox.destroy()
  rmSync(directory, { recursive: true })
})

let scripts = 0

/** Executes a shell script as if it were a plugin. */
function run(script: string, request: Partial<InvocationRequest> = {}): Promise<Invocation> {
  const executable = join(directory, `plugin-${++scripts}`)
  writeFileSync(executable, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const env = { CNI_COMMAND: 'ADD', ...request.env }
  return invoke(sandbox, { executable, stdin: '{}', timeoutMs: 5000, ...request, env })
}

describe('the outcome', () => {
  test.each([
    ['success', 'echo "{}"'],
    ['success', 'exit 0'],
    ['cni-error', `echo '{"code": 7, "msg": "no"}'; exit 1`],
    ['malformed', `echo '{"code": 7, "msg": "no"}'`],
    ['malformed', 'echo "{}"; exit 1'],
    ['malformed', 'exit 1'],
    ['malformed', 'echo "{} {}"'],
    ['malformed', 'echo "starting"; echo "{}"'],
    ['malformed', 'echo "[]"'],
    ['malformed', `echo '{"code": 7}' >&2; exit 1`],
    ['crash', 'kill -SEGV $$'],
    ['crash', 'kill -KILL $$'],
    ['timeout', 'sleep 100'],
  ] as const)('is %s for: %s', async (outcome, script) => {
    const { record } = await run(script, { timeoutMs: outcome === 'timeout' ? 300 : 5000 })
    expect(record.outcome).toBe(outcome)
  })

  test('is not-executable for a file without permission', async () => {
    const executable = join(directory, 'data')
    writeFileSync(executable, '', { mode: 0o644 })
    const { record } = await invoke(sandbox, { executable, env: {}, stdin: '', timeoutMs: 5000 })
    expect(record).toMatchObject({ outcome: 'not-executable', exitCode: null })
  })

  test('is not-executable for a script whose interpreter is missing', async () => {
    const executable = join(directory, 'odd')
    writeFileSync(executable, '#!/no/such/interpreter\n', { mode: 0o755 })
    const { record } = await invoke(sandbox, { executable, env: {}, stdin: '', timeoutMs: 5000 })
    expect(record.outcome).toBe('not-executable')
  })
})

describe('a plugin', () => {
  test('gets exactly the variables of the request, and PATH', async () => {
    const { record } = await run('env -0 | tr "\\0" "\\n" | grep -vE "^(PWD|OLDPWD|_|SHLVL)="', {
      env: { CNI_ARGS: 'A=1;B="2 3"' },
    })
    const names = record.stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/=.*/, ''))
    expect(names.sort()).toEqual(['CNI_ARGS', 'CNI_COMMAND', 'PATH'])
    expect(record.stdout).toContain('CNI_ARGS=A=1;B="2 3"\n')
  })

  test('gets the input to the letter, and its end', async () => {
    const stdin = `{"text": "${'ä'.repeat(100_000)}"}`
    const { record } = await run('cat', { stdin })
    expect(record.stdout).toBe(stdin)
  })

  test('gets bytes that are no text, which the record has in base64', async () => {
    const { record } = await run('od -An -tx1 | tr -d " \\n"', { stdin: new Uint8Array([0x7b, 0xff, 0x00]) })
    expect(record.stdout).toBe('7bff00')
    expect(record).toMatchObject({ stdin: '{\ufffd\0', stdinBase64: 'e/8A' })
  })

  test('may end without reading its input', async () => {
    const { record } = await run('echo "{}"', { stdin: `"${'x'.repeat(5_000_000)}"` })
    expect(record.outcome).toBe('success')
  })

  test('that ignores SIGTERM is killed at the deadline', async () => {
    const { record } = await run('trap "" TERM; while :; do sleep 0.1; done', { timeoutMs: 300 })
    expect(record).toMatchObject({ outcome: 'timeout', exitCode: null, signal: null })
    expect(await processesOfSandbox()).not.toContain('sleep')
  })

  test('is not waited for when a process of another session keeps its output open', async () => {
    const script = `setsid sh -c 'trap "" TERM; while :; do sleep 0.1; done' & echo '{}'`
    const { record } = await run(script, { timeoutMs: 500 })
    expect(record.outcome).toBe('timeout')
    expect(record.stdout).toBe('{}\n')
    expect(await processesOfSandbox()).not.toContain('sleep')
  })

  test('that writes without end is stopped, and what it wrote is bounded', async () => {
    const { record } = await run('yes')
    expect(record).toMatchObject({ outcome: 'flood', truncated: true })
    expect(record.stdout.length).toBeLessThanOrEqual(maxOutputBytes)
    expect(await processesOfSandbox()).not.toContain('yes')
  })

  test('leaves other invocations alone when it is killed', async () => {
    const [slow, hanging] = await Promise.all([
      run('sleep 1; echo "{}"'),
      run('trap "" TERM; while :; do sleep 0.1; done', { timeoutMs: 200 }),
    ])
    expect([slow.record.outcome, hanging.record.outcome]).toEqual(['success', 'timeout'])
  })
})

async function processesOfSandbox(): Promise<string> {
  return (await sandbox.execute('sh', ['-c', 'cat /proc/[0-9]*/comm'])).stdout
}

test('input that is held back comes when it is released', async () => {
  let release = () => {}
  const inputAfter = new Promise<void>((resolve) => {
    release = resolve
  })
  const running = run('touch /run/started; cat', { stdin: '{"held": true}', inputAfter })
  while ((await sandbox.readFile('/run/started')) === undefined) await delay(5)
  release()
  expect((await running).document).toEqual({ held: true })
})

describe('a plugin that is killed', () => {
  const killed = async (script: string) => {
    await sandbox.removeFile('/run/reached')
    const killAfter = (async () => {
      while ((await sandbox.readFile('/run/reached')) === undefined) await delay(5)
    })()
    return run(script, { killAfter })
  }

  test('cannot do anything about it', async () => {
    const { record } = await killed('trap "touch /run/trapped" TERM; touch /run/reached; sleep 100; touch /run/went-on')
    expect(record).toMatchObject({ outcome: 'crash', signal: 'SIGKILL' })
    expect(await sandbox.readFile('/run/trapped')).toBeUndefined()
    expect(await sandbox.readFile('/run/went-on')).toBeUndefined()
  })

  test('does not see its children die', async () => {
    await killed('sh -c "touch /run/reached; sleep 100" || touch /run/saw')
    expect(await sandbox.readFile('/run/saw')).toBeUndefined()
  })

  test('takes all with it that it has started, whatever they have made of their streams', async () => {
    // It starts children without a pause, so that one is likely to be born while the others are looked for.
    await killed('while :; do sleep 0.02 </dev/null >/dev/null 2>&1 & touch /run/reached; done')
    const { stdout } = await sandbox.execute('ps', ['-e', '-o', 'stat=,args='])
    const running = stdout.split('\n').filter((line) => /^[^Z].*(sleep|plugin-)/.test(line))
    expect(running).toEqual([])
  })
})
