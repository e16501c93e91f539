import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Step } from '../invoke/step.ts'
import { invocation } from './report.test-helper.ts'
import { reproducer } from './reproducer.ts'

const folder = mkdtempSync(join(tmpdir(), 'reproducer test '))
afterAll(() => rmSync(folder, { recursive: true }))

/** Prints its environment and its input, complains, and ends with status 3. */
const echoing = plugin('echo=plugin', 'env; printf "<%s>" "$(cat)"; echo complaint >&2; exit 3')

const title = 'bridge@1.0.0 DEL-003: the plugin succeeds when DEL is repeated'

function plugin(name: string, body: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
  return path
}

function save(script: string): string {
  const path = join(folder, 'reproducer.sh')
  writeFileSync(path, script)
  return path
}

function run(script: string): string {
  const { stdout, stderr, status } = spawnSync('sh', [save(script)], { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

function invoked(changes: Parameters<typeof invocation>[0]): Step {
  return { kind: 'invocation', record: invocation(changes) }
}

/** Other tests keep the processors busy; no test here is about time. */
const timeout = 60_000

describe('a reproducer that runs', { timeout }, () => {
  test('gives the plugin its exact environment and input, and shows what it did', () => {
    const env = { CNI_COMMAND: 'ADD', CNI_ARGS: `A="b c";D='$HOME'\nE=\\ \u001b`, EMPTY: '', PATH: '/usr/bin:/bin' }
    const stdin = '{"name":"it\'s $HOME `id` \\\\ é"}\nEND\n'
    const output = run(reproducer([invoked({ executable: echoing, env, stdin })], { title }))
    expect(output).toContain(`CNI_ARGS=A="b c";D='$HOME'\nE=\\ \u001b\n`)
    expect(output).toContain('EMPTY=\n')
    expect(output).toContain(`<${stdin.trimEnd()}>`)
    expect(output).toContain('stderr:\ncomplaint\n')
    expect(output).toContain('exit status 3; in the run: exit status 1 after 12 ms (cni-error)')
    expect(output).not.toContain('HOME=')
  })

  test('gives the plugin bytes that are no text, and input that begins with many spaces', () => {
    const dumping = plugin('dumping', 'od -An -c | tail -n 2')
    const output = run(
      reproducer(
        [
          invoked({ executable: dumping, stdin: '{\ufffd', stdinBase64: 'e/8=' }),
          invoked({ executable: dumping, stdin: `${' '.repeat(10 * 1024 * 1024)}{}\n` }),
        ],
        { title },
      ),
    )
    expect(output).toMatch(/ {3}\{ 377\n/)
    expect(output).toMatch(/ {3}\{ {3}\} {2}\\n\n/)
    expect(output.length).toBeLessThan(3000)
  })

  test('kills what was killed on purpose, and says what ran together', () => {
    const staying = plugin('staying', 'sleep 60; echo went on')
    const record = invocation({ executable: staying })
    const steps: readonly Step[] = [
      { kind: 'invocation', record, killAfterSeconds: 0.2 },
      { kind: 'invocation', record: invocation({ executable: echoing }), together: true },
    ]
    const output = run(reproducer(steps, { title }))
    expect(output).toContain('It is killed on purpose.\nexit status 137')
    expect(output).not.toContain('went on')
    expect(output).toContain('others ran at the same time')
  })

  test('gives empty input as empty, and says what printed nothing', () => {
    const silent = plugin('silent', 'wc -c >&2')
    const output = run(reproducer([invoked({ executable: silent, stdin: '' })], { title }))
    expect(output).toContain('stdout: empty\nstderr:\n0\n')
  })

  test('shows a death by a signal, and goes on', () => {
    const dying = plugin('dying', 'kill -SEGV $$')
    const output = run(reproducer([invoked({ executable: dying }), invoked({ executable: echoing })], { title }))
    expect(output).toContain('exit status 139; in the run')
    expect(output).toContain('exit status 3; in the run')
  })

  test('stops a plugin that hung in the run', () => {
    const hanging = plugin('hanging', 'exec sleep 1000')
    const output = run(reproducer([invoked({ executable: hanging, outcome: 'timeout', durationMs: 10 })], { title }))
    expect(output).toContain('exit status 124; in the run')
  })

  test('has containers, commands in them and on the host, and files', () => {
    const netns = '/run/netns/ctr-1'
    const output = run(
      reproducer(
        [
          { kind: 'container', netns },
          { kind: 'command', netns, argv: ['ip', 'link', 'add', 'inside', 'type', 'veth', 'peer', 'name', 'other'] },
          { kind: 'command', netns, argv: ['ip', '-br', 'link'] },
          { kind: 'command', netns: null, argv: ['sh', '-c', 'echo on the host:; ip -br link'] },
          { kind: 'file', path: '/etc/cni/net.d/it\'s "1".conf', content: 'a\nb\n', mode: 0o640 },
          { kind: 'command', netns: null, argv: ['stat', '-c', '%a %s', '/etc/cni/net.d/it\'s "1".conf'] },
          { kind: 'remove-container', netns },
          { kind: 'command', netns: null, argv: ['sh', '-c', 'echo left: $(ip netns list)'] },
          { kind: 'command', netns: null, argv: ['false'] },
        ],
        { title },
      ),
    )
    const [inside, host] = output.split('on the host:\n')
    expect(inside).toMatch(/^inside@other/m)
    expect(host).not.toMatch(/^inside@other/m)
    expect(host).toMatch(/^lo .*UP/m)
    expect(output).toContain('\n640 4\n')
    expect(output).toContain('\nleft:\n')
    expect(output).toMatch(/9\/9 {2}false\nexit status 1\n/)
  })

  test('says to later steps what the plugin chose this time, and nothing else', () => {
    const result = (name: string, mac: string) =>
      `{"interfaces": [{"name": "br0"}, {"name": "${name}", "mac": "${mac}"}, {"name": "eth0", "mac": ""}]}`
    const choosing = plugin(
      'choosing',
      `cat >/dev/null; echo '${result('v$$', '02:00:00:00:00:02')}' | sed "s/[$][$]/$$/"`,
    )
    const stdout = result('vrun', '02:00:00:00:00:01')
    const config = '{"bridge":"br0","mtu":1400}'
    const output = run(
      reproducer(
        [
          invoked({ executable: choosing, stdin: config, env: { CNI_IFNAME: 'eth0' }, stdout }),
          invoked({ executable: echoing, stdin: `{"bridge":"br0","prevResult":${stdout}}` }),
          { kind: 'command', netns: null, argv: ['echo', 'the end of vrun', 'and br0'] },
        ],
        { title },
      ),
    )
    const name = /"name": "(v\d+)"/.exec(output)?.[1] ?? 'none'
    expect(output).toContain(`<{"bridge":"br0","prevResult":${result(name, '02:00:00:00:00:02')}}>`)
    expect(output).toContain(`\nthe end of ${name} and br0\n`)
  })

  test('leaves nothing on the machine', () => {
    const notes = run(reproducer([], { title }))
    const trees = ['/run', '/etc/cni', '/var/lib/cni', '/var/lib', '/etc', '/tmp']
    const hidden = trees.filter((tree) => !notes.includes(`is written to ${tree} stays`))
    const marks = hidden.map((tree) => `${tree}/reproducer-mark`)
    const files = marks.map((path): Step => ({ kind: 'file', path, content: 'x\n', mode: 0o600 }))
    const netns = '/run/netns/reproducer-mark'
    const output = run(reproducer([...files, { kind: 'container', netns }], { title }))
    expect(output).not.toContain('exit status')
    expect([...marks, netns].filter((path) => existsSync(path))).toEqual([])
  })

  test('ends with what was expected and what came', () => {
    const output = run(
      reproducer([invoked({ executable: echoing })], { title, expected: 'success', actual: 'error 7\u001b[2J\nEND' }),
    )
    expect(output.slice(output.indexOf('\nAsserted'))).toMatchInlineSnapshot(`
      "
      Asserted: bridge@1.0.0 DEL-003: the plugin succeeds when DEL is repeated
      Expected: success
      Came in the run: error 7\\x1b[2J
      END
      The last plugin in the run ended with: exit status 1 after 12 ms (cni-error)
      "
    `)
  })

  test.skipIf(!existsSync('/usr/lib/cni/bridge'))('shows an attachment by a plugin of the machine', () => {
    const netns = '/run/netns/ctr-1'
    const env = { CNI_CONTAINERID: 'ctr-1', CNI_NETNS: netns, CNI_IFNAME: 'eth0', CNI_PATH: '/usr/lib/cni' }
    const ipam = { type: 'host-local', ranges: [[{ subnet: '10.22.0.0/24' }]] }
    const stdin = JSON.stringify({ cniVersion: '1.0.0', name: 'net', type: 'bridge', ipam })
    const call = (command: 'ADD' | 'DEL'): Step =>
      invoked({ command, executable: '/usr/lib/cni/bridge', env: { CNI_COMMAND: command, ...env }, stdin })
    const look: Step = { kind: 'command', netns, argv: ['ip', '-br', 'addr', 'show', 'dev', 'eth0'] }
    const steps = [{ kind: 'container' as const, netns }, call('ADD'), look, call('DEL')]
    const [output = '', left] = run(reproducer(steps, { title })).split('what is there now')
    expect(output.match(/^exit status 0/gm)).toHaveLength(2)
    expect(output).toMatch(/^eth0@.*10\.22\.0\.2\/24/m)
    expect(left).toMatch(/^In \/run\/netns\/ctr-1:\nlo .*\n\n/m)
    expect(existsSync('/var/lib/cni/networks/net')).toBe(false)
  })
})

test('a script from standard input explains itself instead of running', () => {
  const { stderr, status } = spawnSync('sh', { input: reproducer([], { title }), encoding: 'utf8' })
  expect({ stderr, status }).toEqual({
    stderr: 'Save this script to a file and run that: it starts itself again.\n',
    status: 1,
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from(`'"\\$\`\n\r\t -#!{}éEND`)) }),
)
const anyWord = anyText.map((text) => text.replaceAll('\0', ''))
const anyRecord = fc
  .record({ env: fc.dictionary(fc.stringMatching(/^[A-Z_]+$/), anyWord), stdin: anyText, executable: anyWord })
  .map((changes): Step => invoked({ ...changes, executable: `/opt/${changes.executable}` }))
const anyCommand = fc.record({
  kind: fc.constant('command' as const),
  netns: fc.constantFrom(null, '/run/netns/ctr-1'),
  argv: fc.array(anyWord).map((words) => ['ip', ...words]),
})
const anyFile = fc.record({
  kind: fc.constant('file' as const),
  path: anyWord.map((word) => `/run/${word}`),
  content: anyText,
  mode: fc.constant(0o644),
})
const anyStep: fc.Arbitrary<Step> = fc.oneof(anyRecord, anyCommand, anyFile)

function lint(script: string): string {
  return spawnSync('shellcheck', ['-'], { input: script, encoding: 'utf8' }).stdout
}

describe.skipIf(spawnSync('shellcheck', ['--version']).status !== 0)(
  'shellcheck has nothing to say',
  { timeout },
  () => {
    test('about any steps', () => {
      fc.assert(
        fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), anyText, (steps, text) => {
          expect(lint(reproducer(steps, { title: text, expected: text, actual: text }))).toBe('')
        }),
        { numRuns: 25 },
      )
    })

    test('about containers', () => {
      const netns = '/run/netns/ctr-1'
      expect(
        lint(
          reproducer(
            [
              { kind: 'container', netns },
              { kind: 'remove-container', netns },
            ],
            { title },
          ),
        ),
      ).toBe('')
    })
  },
)
