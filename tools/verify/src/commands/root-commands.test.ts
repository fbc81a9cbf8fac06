// The root's own commands tell what they do, and do nothing where a word of theirs would go unheard.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

/** As npm calls it: with what npm took for its own in the environment. */
function run(words: readonly string[], npm: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}tools/run.mjs`, ...words], {
    env: { ...process.env, ...npm },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('every script of the repository is told of, and only scripts are', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const { status, stdout } = run(['--help'])
  expect(status).toBe(0)
  const told = /(?<=tells of ).*/.exec(stdout)?.[0].split(', ')
  expect(told?.sort()).toEqual(Object.keys(scripts).sort())
  expect(run([])).toEqual(run(['--help']))
})

// The generator and the benchmarks have tests of their own.
test.each(['demo', 'test', 'verify', 'pack', 'bump'])(
  '%s tells how it is called and what its exit codes mean',
  (name) => {
    const { status, stdout } = run([name, '--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`^  npm (run )?${name} `, 'm'))
    expect(stdout).toMatch(/^Exit code: 0 .*1 /m)
    expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([])
    expect(run([name, '--', '-h']).stdout).toBe(stdout)
  },
)

// npm hands the words on as they are.
test('verify hands its words to vitest, spaces and all', () => {
  const words = ['src/commands/', '-t', 'every script of the repository is told of']
  const { status, stdout } = run(['verify', ...words], { NO_COLOR: '1' })
  expect(status).toBe(0)
  expect(stdout).toMatch(/ Tests +1 passed \| \d+ skipped /)
})

test.each([
  [['tset'], {}, 'there is no command tset; there are demo, test'],
  [['bump', 'now'], {}, 'bump takes no now\n"npm run bump -- --help" tells'],
  [['bump'], { npm_config_dry_run: 'true' }, 'bump takes no --dry-run\n'],
  [['pack', 'one', 'two'], {}, 'pack takes no two\n'],
  [['pack', '--folder'], {}, 'pack takes no --folder\n'],
  [
    ['generate'],
    { npm_config_check: 'true' },
    'npm kept --check for itself: write npm run generate -- --check\n',
  ],
  [
    ['generate', 'import', 'openapi', 'a.yaml'],
    { npm_config_dry_run: 'true' },
    'write npm run generate -- import openapi a.yaml --dry-run\n',
  ],
])('%j under %j is wrong use, and nothing is done', (words, npm, reason) => {
  expect(run(words, npm)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(reason) })
})
