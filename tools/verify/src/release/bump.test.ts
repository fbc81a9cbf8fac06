// `npm run bump` in a copy of the repository: a changeset of one package makes one version of all four, and
// the model that the next change of the spec is compared with. A change that nobody announced stops it, and so does
// code that isn't what the spec says, or a guess in the spec. One that was stopped goes on.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packages } from '../repository.js'
import { Clone, type Done, generator, npmRun } from '../spec-change/clone.fixture.js'

const MODEL = 'spec/released.json'

let clone: Clone
/** The minor version that comes first. */
const next = '0.1.0'

beforeAll(() => {
  clone = new Clone(generator, npmRun)
  clone.decide()
  // No other changeset than that of a test.
  for (const file of readdirSync(join(clone.folder, '.changeset'))) {
    if (file.endsWith('.md')) rmSync(join(clone.folder, '.changeset', file))
  }
})
afterAll(() => clone.remove())

test('a changeset of core alone moves all four packages, and what was released is kept', () => {
  clone.write('.changeset/one.md', "---\n'@linode-login/core': minor\n---\n\nRockets can be launched.\n")
  expect(bump()).toEqual({ status: 0, output: expect.stringMatching(/\nNext: npm test, and commit .*\n$/) })
  expect(packages.map(versionOf)).toEqual(packages.map(() => next))
  expect(clone.read('packages/node/src/version.ts')).toContain(`export const version = '${next}'\n`)
  expect(clone.has('.changeset/one.md')).toBe(false)
  for (const name of packages) expect(clone.read(`packages/${name}/CHANGELOG.md`)).toContain(`## ${next}\n`)
  expect(clone.read('packages/core/CHANGELOG.md')).toContain('Rockets can be launched.')
  expect(clone.read(MODEL)).toContain(`"${next}"`)
})

test('neither a version nor a package is made of code that is not what the spec says', () => {
  clone.edit(
    'spec/operations.yaml',
    /(?<=recorded: )\S+(?=, .*id: get-linode-instance \})/,
    'linodes:read_write',
  )
  for (const command of ['bump', 'pack']) {
    const { status, output } = clone.node(['tools/run.mjs', command])
    expect({ command, status }).toEqual({ command, status: 1 })
    expect(output).toContain('generated files are not current')
  }
  expect(clone.has('packed')).toBe(false)
  expect(packages.map(versionOf)).toEqual(packages.map(() => next))
})

test('a change of the spec that breaks apps and is not announced stops it before anything moves', () => {
  expect(clone.generate()).toMatchObject({ status: 0 })
  const releases = packages.map((name) => `'@linode-login/${name}': minor\n`).join('')
  clone.write('.changeset/two.md', `---\n${releases}---\n\nRockets land.\n`)
  const model = clone.read(MODEL)
  const { status, output } = bump()
  expect(status).toBe(1)
  expect(output).toContain('no changeset speaks of `GET /linode/instances/{linodeId}`, which breaks apps')
  expect(packages.map(versionOf)).toEqual(packages.map(() => next))
  expect(clone.read(MODEL)).toBe(model)
})

test('it fails `npm test` too, before anything is built', () => {
  const { status, output } = clone.node(['tools/run.mjs', 'test'])
  expect(status).toBe(1)
  expect(output).toContain('no changeset speaks of `GET /linode/instances/{linodeId}`, which breaks apps')
  expect(output).not.toContain('Running targets')
  expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
})

test('what an import guessed is no release until somebody looked at it', () => {
  expect(clone.generate('diff', '--changeset')).toMatchObject({ status: 0 })
  clone.edit('spec/scopes.yaml', /^ {2}databases:\n/m, '  databases:\n    guessed: true\n')
  expect(clone.generate()).toMatchObject({ status: 0 })
  const { status, output } = bump()
  expect(status).toBe(1)
  expect(output).toContain('a release may hold no guess: databases: its name and its words are a guess')
  expect(packages.map(versionOf)).toEqual(packages.map(() => next))

  clone.edit('spec/scopes.yaml', '    guessed: true\n', '')
  expect(bump()).toMatchObject({ status: 0 })
  expect(packages.map(versionOf)).toEqual(packages.map(() => '0.2.0'))
})

test('a release that was stopped goes on when it is called again, and makes no second version', () => {
  const waiting = "---\n'@linode-login/node': minor\n---\n\nRockets come back.\n"
  clone.write('.changeset/three.md', waiting)
  expect(clone.node(['node_modules/@changesets/cli/bin.js', 'version'])).toMatchObject({ status: 0 })
  expect(clone.generate('diff', '--check')).toEqual({
    status: 1,
    output: expect.stringContaining('"npm run bump" finishes it'),
  })
  clone.write('.changeset/three.md', waiting)
  expect(bump()).toEqual({ status: 1, output: expect.stringContaining('"git stash -u", and run it again') })
  expect(packages.map(versionOf)).toEqual(packages.map(() => '0.3.0'))

  rmSync(join(clone.folder, '.changeset/three.md'))
  expect(bump()).toMatchObject({ status: 0 })
  expect(packages.map(versionOf)).toEqual(packages.map(() => '0.3.0'))
  expect(clone.read('packages/node/src/version.ts')).toContain("'0.3.0'")
  expect(clone.read('packages/core/CHANGELOG.md').match(/^## 0\.3\.0$/gm)).toHaveLength(1)
  expect(clone.read(MODEL)).toContain('"0.3.0"')
  expect(clone.generate('diff', '--check')).toMatchObject({ status: 0 })
})

function bump(): Done {
  return clone.node(['tools/run.mjs', 'bump'])
}

function versionOf(name: string): string {
  const { version } = JSON.parse(clone.read(`packages/${name}/package.json`))
  return version
}
