// What a real test runner shows of tests that fail over tokens and errors: an app's own tests will, one day,
// in a CI whose log anyone can read.
import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { secrets } from './secrets.fixture.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const failing = fileURLToPath(new URL('./shown-by-a-runner.fixture.ts', import.meta.url))

/** Runs tests with the runner's own reporters and with one that dumps all that a reporter is given. */
const program = `
  import { inspect } from 'node:util'
  import { startVitest } from 'vitest/node'
  const seen = new WeakSet()
  const once = (_, value) => {
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return 'seen'
    seen.add(value)
    return value
  }
  const dump = {
    onTestCaseResult(test) {
      const { errors } = test.result()
      console.log('dumped ' + test.name + ' ' + JSON.stringify(errors, once))
      console.log(inspect(errors, { depth: null, showHidden: true, getters: true, customInspect: false }))
    },
  }
  await startVitest('test', [], {
    config: false,
    root: ${JSON.stringify(folder)},
    include: [${JSON.stringify(basename(failing))}],
    reporters: ['verbose', 'json', 'junit', 'tap', 'github-actions', dump],
    watch: false,
    update: 'none',
    expandSnapshotDiff: true,
    diff: { truncateThreshold: 0 },
    chaiConfig: { truncateThreshold: 0, includeStack: true, showDiff: true },
  })
`

function run(): Promise<string> {
  return new Promise((resolve) => {
    const input = ['--input-type=module', '--eval', program]
    const { VITEST: _, ...env } = process.env
    const options = { cwd: folder, env: { ...env, FORCE_COLOR: '0', CI: '1' }, maxBuffer: 2 ** 26 }
    execFile(process.execPath, input, options, (_error, stdout, stderr) => resolve(stdout + stderr))
  })
}

test('C17 X6 no secret shows in what a test runner prints, and hands to its reporters, of tests that fail', async () => {
  const output = await run()
  const dumped = output.match(/^dumped .+$/gm) ?? []
  expect(dumped.length).toBe(15)
  expect(dumped.filter((line) => line.endsWith(' []'))).toEqual([])
  expect(output).toContain('An answer that was wrong.')
  expect(output).toContain('linodes:read_only')
  const shown = Object.keys(secrets).filter((name) => output.includes(secrets[name]!.slice(0, 20)))
  expect(shown).toEqual([])
  // The check can fail: such a runner does read what the getters of an error's class tell.
  expect(output).toContain('what a getter tells')
})
