import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import tmp from 'tmp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot, packageVersion } from '../package-root.ts'

describe('the packed package, installed into an empty folder', () => {
  let folder: tmp.DirResult

  beforeAll(async () => {
    folder = tmp.dirSync({ unsafeCleanup: true })
    // The build is there: building it again would pull it from under the tests that run beside this one.
    await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', folder.name], { cwd: packageRoot })
    const [tarball = ''] = readdirSync(folder.name)
    const project = join(folder.name, 'project')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "private": true }')
    await execa('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder.name, tarball)], {
      cwd: project,
    })
  }, 300_000)

  afterAll(() => {
    folder.removeCallback()
  })

  function run(...args: readonly string[]) {
    return execa('npx', ['--no-install', 'cni-conformance', ...args], {
      cwd: join(folder.name, 'project'),
      reject: false,
    })
  }

  test('knows its version', async () => {
    expect((await run('--version')).stdout).toBe(packageVersion)
  })

  test('judges the included reference plugins', { timeout: 300_000 }, async () => {
    const { stdout, exitCode } = await run('--only', 'loopback', '--spec-version', '1.1.0')
    expect(stdout).toMatch(/Conformant: \d+ passed/)
    expect(exitCode).toBe(0)
  })

  test('plays the runtime', { timeout: 60_000 }, async () => {
    const conf = join(folder.name, '10-lo.conf')
    writeFileSync(conf, JSON.stringify({ cniVersion: '1.0.0', name: 'lo', type: 'loopback' }))
    const { stdout, exitCode } = await run('exec', 'add', 'del', conf, '--sandbox')
    expect(stdout).toContain('127.0.0.1/8')
    expect(exitCode).toBe(0)
  })

  test('validates by the schemas that were compiled for it', async () => {
    const file = join(folder.name, 'result.json')
    writeFileSync(file, '{"cniVersion": "1.1.0", "ips": [{"address": "10.1.0.5"}]}')
    const { stdout, exitCode } = await run('validate', 'add-result', file)
    expect(stdout).toContain('RESULT-001, at /ips/0/address')
    expect(exitCode).toBe(1)
  })

  test('has what programs import, and no tests', async () => {
    const program = `
      import { convertResult, requirements, specVersions } from 'cni-conformance/spec'
      import { isValid } from 'cni-conformance/validation'
      import { readFileSync } from 'node:fs'
      import { fileURLToPath } from 'node:url'
      const schema = import.meta.resolve('cni-conformance/schemas/1.1.0/add-result.schema.json')
      const { result } = convertResult({ cniVersion: '0.2.0', ip4: { ip: '10.1.0.5/16' } }, '1.1.0')
      console.log(requirements.length > 0, specVersions.at(-1), JSON.parse(readFileSync(fileURLToPath(schema), 'utf8')).type)
      console.log(isValid('add-result', '1.1.0', result), isValid('add-result', '1.1.0', {}))`
    const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(folder.name, 'project'),
    })
    expect(stdout).toBe('true 1.1.0 object\ntrue false')
    const files = readdirSync(join(folder.name, 'project/node_modules/cni-conformance'), {
      recursive: true,
      encoding: 'utf8',
    })
    expect(files.filter((file) => /\.test|\.bench|test-helper/.test(file) && !file.includes('node_modules/'))).toEqual(
      [],
    )
  })
})
