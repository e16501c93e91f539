import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  mynet,
  openWorkplace,
  ordinaryUser,
  ordinaryUserObstacle,
  pluginOptions,
  type Workplace,
} from './exec.test-helper.ts'

let place: Workplace
beforeAll(() => {
  place = openWorkplace()
  place.file('10-mynet.conf', mynet)
})
afterAll(() => place.remove())

/** A plugin that prints a result on ADD, and nothing else. */
const obliging = 'cat >/dev/null; [ $CNI_COMMAND != ADD ] || echo \'{"cniVersion":"1.1.0","dns":{}}\''

const own = () => ['--plugins', `${place.folder}/bin`]

/** A network of plugins of the type of each script, in this order. */
function chain(scripts: Readonly<Record<string, string>>, keys: Readonly<Record<string, boolean>> = {}): string {
  for (const [type, script] of Object.entries(scripts)) place.plugin(type, script)
  const plugins = Object.keys(scripts).map((type) => ({ type }))
  return place.file('chain.conflist', { cniVersion: '1.1.0', name: 'chain', ...keys, plugins })
}

describe('the tutorial: ADD, CHECK, DEL, DEL of a bridge in a sandbox', () => {
  const tutorial = ['exec', 'add', 'check', 'del', 'del', '10-mynet.conf', '--sandbox', ...pluginOptions]

  test('shows what went in, what came out, and what the kernel has', async () => {
    const { stdout, stderr, exitCode } = await place.run(tutorial)
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^ADD bridge {2}\(\/.*\/bridge\)$/m)
    expect(stdout).toContain('    CNI_COMMAND=ADD\n    CNI_CONTAINERID=cni-conformance\n    CNI_NETNS=/run/netns/')
    expect(stdout).toContain('      "cniVersion": "0.4.0",\n      "name": "mynet",\n      "type": "bridge",')
    expect(stdout).toContain('"prevResult": {')
    expect(stdout).toContain('inet 172.19.0.2/24')
    expect(stdout).toContain('default via 172.19.0.1 dev eth0')
    expect(stdout).toMatch(/^ {4}cni0 +UP +172\.19\.0\.1\/24/m)
    expect(stdout).toContain('No result of an ADD is stored, so DEL goes without prevResult.')
    expect(stdout.match(/^ {2}standard output: no output$/gm)).toHaveLength(3)
    expect(stdout.match(/^ {2}exit status 0 after \d+ ms: success$/gm)).toHaveLength(4)
    expect(stdout.endsWith('Succeeded: ADD, CHECK, DEL, DEL.')).toBe(true)
    const prose = stdout.split('\n').filter((line) => !line.includes('CNI_PATH') && !line.startsWith('    '))
    for (const line of prose) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('as data', async () => {
    const { stdout, exitCode } = await place.run([...tutorial, '--json'])
    expect(exitCode).toBe(0)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({
      format: 'cni-conformance/exec',
      network: 'mynet',
      cniVersion: '0.4.0',
      success: true,
    })
    const [add, check, del, again] = document.operations
    expect(add.result.ips[0].address).toBe('172.19.0.2/24')
    const prevResult = ({ plugins }: typeof add) => JSON.parse(plugins[0].invocation.stdin).prevResult
    expect([add, check, del, again].map(prevResult)).toEqual([undefined, add.result, add.result, undefined])
    const names = (operation: typeof add, side: string) =>
      operation.kernel
        .filter((view: typeof add) => view.side === side && view.command.at(-1) === 'addr')
        .flatMap(({ output }: typeof add) => output.map(({ ifname }: { readonly ifname: string }) => ifname))
    expect(names(add, 'container')).toEqual(['lo', 'eth0'])
    expect(names(del, 'container')).toEqual(['lo'])
    expect(names(del, 'host')).toContain('cni0')
  })

  test('quietly: nothing but the result', async () => {
    const { stdout, stderr } = await place.run([...tutorial, '--quiet'])
    expect(JSON.parse(stdout).ips[0].address).toBe('172.19.0.2/24')
    expect(stderr).toBe('cni-conformance: No result of an ADD is stored, so DEL goes without prevResult.')
  })

  test('by an ordinary user', async ({ skip }) => {
    const obstacle = ordinaryUserObstacle()
    skip(obstacle !== undefined, obstacle)
    const { stdout, exitCode } = await place.run(tutorial, ordinaryUser)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('inet 172.19.0.2/24')
  })
})

describe('a chain', () => {
  test('runs in reverse for DEL, and hands results on', async () => {
    const file = chain({ first: obliging, second: obliging })
    const { stdout } = await place.run(['exec', 'add', 'del', file, '--sandbox', '--json', ...own()])
    const [add, del] = JSON.parse(stdout).operations
    expect(add.plugins.map(({ type }: { readonly type: string }) => type)).toEqual(['first', 'second'])
    expect(del.plugins.map(({ type }: { readonly type: string }) => type)).toEqual(['second', 'first'])
  })

  test('whose ADD fails is deleted at once, and nothing else is run', async () => {
    const file = chain({
      good: obliging,
      bad: '[ $CNI_COMMAND = DEL ] || { echo \'{"code":11,"msg":"busy"}\'; exit 1; }',
    })
    const { stdout, exitCode } = await place.run(['exec', 'add', 'check', 'del', file, '--sandbox', ...own()])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/exit status 1 after \d+ ms: CNI error 11 \(Try again later\): busy/)
    expect(stdout).toContain('DEL good')
    expect(stdout).not.toContain('CHECK good')
    expect(stdout).toContain('Not run because of the failed ADD: CHECK.')
    expect(stdout.endsWith('Failed: ADD.')).toBe(true)
  })

  test('collects garbage to its end, whatever fails', async () => {
    const failing = '[ $CNI_COMMAND != GC ] || { echo \'{"code":100,"msg":"stuck"}\'; exit 1; }'
    const file = chain({ one: failing, two: failing })
    const { stdout, stderr, exitCode } = await place.run(['exec', 'gc', file, '--sandbox', '--quiet', ...own()])
    expect(exitCode).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('GC one: CNI error 100: stuck')
    expect(stderr).toContain('GC two: CNI error 100: stuck')
  })

  test('is told what the session attached, when garbage is collected', async () => {
    const file = chain({ one: obliging })
    const { stdout } = await place.run(['exec', 'add', 'gc', file, '--sandbox', '--json', ...own()])
    const [, gc] = JSON.parse(stdout).operations
    expect(JSON.parse(gc.plugins[0].invocation.stdin)['cni.dev/valid-attachments']).toEqual([
      { containerID: 'cni-conformance', ifname: 'eth0' },
    ])
  })

  test('is not called for what the network forbids', async () => {
    const file = chain({ one: 'exit 1' }, { disableCheck: true, disableGC: true })
    const { stdout, exitCode } = await place.run(['exec', 'check', 'gc', file, '--sandbox', ...own()])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('The network sets "disableCheck", so no plugin is called, which is a success.')
    expect(stdout).toContain('The network sets "disableGC"')
  })

  test('gets the capabilities that it declares; the others are warned of', async () => {
    place.plugin('one', obliging)
    const file = place.file('capable.conf', {
      cniVersion: '1.1.0',
      name: 'n',
      type: 'one',
      capabilities: { mac: true },
    })
    const values = ['--capability', 'mac="x"', '--capability', 'aliases=["y"]']
    const { stdout } = await place.run(['exec', 'add', 'del', file, '--sandbox', '--json', ...values, ...own()])
    const [add] = JSON.parse(stdout).operations
    expect(JSON.parse(add.plugins[0].invocation.stdin)).toEqual({
      cniVersion: '1.1.0',
      name: 'n',
      type: 'one',
      runtimeConfig: { mac: 'x' },
    })
    expect(add.notes).toEqual(['Warning: no plugin gets aliases, as none declares "capabilities": {"aliases": true}.'])
  })
})

describe('a plugin that does neither well nor badly', () => {
  test.each([
    ['kill -SEGV $$', 'no exit status', 'a crash, not an error: SIGSEGV killed it'],
    ['echo oops >&2; exit 3', 'exit status 3', 'standard output holds no error object'],
    ['echo oops', 'exit status 0', 'the exit status is 0, but standard output holds no result'],
    ['exit 0', 'exit status 0', 'a success without a result'],
    ['sleep 60', 'no exit status', 'still not at an end after 300 ms, so it was killed'],
  ])('%s', async (script, status, words) => {
    const file = chain({ odd: `[ $CNI_COMMAND = ADD ] || exit 0\n${script}` })
    const { stdout, exitCode } = await place.run(['exec', 'add', file, '--sandbox', '--timeout', '300', ...own()])
    expect(exitCode).toBe(1)
    expect(stdout).toContain(status)
    expect(stdout.replace(/\n +/g, ' ')).toContain(words)
  })

  test('because the kernel cannot start it', async () => {
    const file = chain({ odd: '' })
    place.file('bin/odd', '#!/no/such/interpreter\n')
    const { stdout } = await place.run(['exec', 'add', file, '--sandbox', ...own()])
    expect(stdout.replace(/\n +/g, ' ')).toMatch(/not started: .*No such file or directory/)
  })

  test('because it is not there', async () => {
    const file = place.file('absent.conf', { cniVersion: '1.0.0', name: 'n', type: 'absent' })
    const { stdout, exitCode } = await place.run(['exec', 'add', file, '--sandbox'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('no directory of CNI_PATH has an executable absent')
  })

  test('shows no control characters to a terminal', async () => {
    const file = chain({ odd: "printf '\\033[2J' >&2; exit 1" })
    const { stdout } = await place.run(['exec', 'add', file, '--sandbox', ...own()])
    expect(stdout).toContain('\\x1b[2J')
    expect(stdout).not.toContain('\u001B')
  })
})

describe('a version', () => {
  test('is 0.1.0 where the file names none', async () => {
    place.plugin('one', obliging)
    const file = place.file('old.conf', { name: 'n', type: 'one' })
    const { stdout } = await place.run(['exec', 'add', file, '--sandbox', '--json', ...own()])
    expect(JSON.parse(stdout).operations[0].plugins[0].invocation.stdin).toBe(
      '{"cniVersion":"0.1.0","name":"n","type":"one"}',
    )
  })

  test('is the one that was asked for', async () => {
    const args = ['exec', 'version', '10-mynet.conf', '--spec-version', '0.3.1', '--quiet', ...pluginOptions]
    const { stdout, exitCode } = await place.run(args)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).supportedVersions).toContain('0.3.1')
  })
})

describe('refused, without a stack trace:', () => {
  test.each([
    [['exec', 'add', '10-mynet.conf'], 'ADD works on a container: --sandbox makes one'],
    [['exec', 'check', '10-mynet.conf', '--sandbox'], 'CHECK needs an ADD before it'],
    [['exec', 'status', '10-mynet.conf'], 'CNI 0.4.0 does not know STATUS, which came with 1.1.0'],
    [['exec', 'add', 'nowhere.conf', '--sandbox'], 'nowhere.conf: ENOENT'],
    [['exec', 'add', 'broken.conf', '--sandbox'], 'broken.conf: '],
    [['exec', 'add', 'nameless.conf', '--sandbox'], '"name" is missing'],
    [['exec', 'add', 'typeless.conflist', '--sandbox'], '"plugins[1].type" is missing'],
    [['exec', 'add', 'future.conf', '--sandbox'], '"cniVersion" is "9.0.0", which does not exist'],
  ])('%j', async (args, message) => {
    place.file('broken.conf', '{"name":')
    place.file('nameless.conf', { type: 'bridge' })
    place.file('typeless.conflist', { name: 'n', plugins: [{ type: 'bridge' }, {}] })
    place.file('future.conf', { ...mynet, cniVersion: '9.0.0' })
    const { stdout, stderr, exitCode } = await place.run(args)
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^ {4}at /m)
  })
})
