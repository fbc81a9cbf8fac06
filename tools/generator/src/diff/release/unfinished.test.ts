// A release that was stopped: between the new versions and the model, or while the versions were made.
import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { Workshop } from '../diff.fixture.js'

const more: Edit = ['scopes', '\nfolded:', '\n  note: { name: Notes, things: your notes }\nfolded:']

/** A change that was announced, and the version that was made of it. */
async function versioned(): Promise<Workshop> {
  const workshop = new Workshop()
  await workshop.release('0.1.0')
  workshop.edit(more)
  await workshop.diff('--changeset')
  workshop.version('0.1.1')
  return workshop
}

const begun = `api/released.json:1:1: version 0.1.1 was begun and not finished: api/released.json still holds the model of 0.1.0
  expected: the model of version 0.1.1, and no changeset that it was made of
  → "make release" finishes it, with the spec as it stands
`

test('a version without its model is told as such, and nothing that was announced is asked for again', async () => {
  const workshop = await versioned()
  expect(await workshop.diff('--check')).toEqual([1, begun])
  expect(await workshop.diff('--changeset')).toEqual([1, begun])
  expect(workshop.disk.files.has('changes/spec.md')).toBe(false)
  const [code, told] = await workshop.diff()
  expect([code, told.slice(-begun.length - 1)]).toEqual([1, `\n${begun}`])
  expect(JSON.parse((await workshop.diff('--json'))[1])).toMatchObject({
    released: '0.1.0',
    faults: [{ rule: 'diff/release-unfinished' }],
  })
})

test('the release goes on from there', async () => {
  const workshop = await versioned()
  expect(await workshop.diff('--ready')).toEqual([
    0,
    'diff: version 0.1.1 was begun, and is to be finished\n',
  ])
  expect(await workshop.diff('--release')).toEqual([0, 'wrote api/released.json for version 0.1.1\n'])
  expect(await workshop.diff('--check')).toEqual([0, 'diff: the spec says what version 0.1.1 says\n'])
})

test('it does not while changesets wait, of which a second version would be made', async () => {
  const workshop = await versioned()
  workshop.announce('minor', 'Notes.')
  const told = [
    1,
    `changes/by-hand.md:1:1: version 0.1.1 was begun and not finished: api/released.json still holds the model of 0.1.0, and this changeset still waits
  expected: the model of version 0.1.1, and no changeset that it was made of
  → take back what "make release" wrote, such as by "git stash -u", and run it again; or, if the changeset came later, lay it aside until "make release" has finished that version
`,
  ]
  expect(await workshop.diff('--check')).toEqual(told)
  expect(await workshop.diff('--ready')).toEqual(told)
})

test.each([['--check'], ['--ready'], ['--release']])(
  'nor where only some of the manifests have it: %s',
  async (mode) => {
    const workshop = await versioned()
    const manifest = workshop.read('client/package.json')
    workshop.disk.files.set('client/package.json', manifest.replace('0.1.1', '0.1.0'))
    expect(await workshop.diff(mode)).toEqual([
      1,
      `server/package.json:1:35: the packages that are released together have several versions
  1 | {"name":"@other/server","version":"0.1.1"}
    |                                   ^^^^^^^
  client/package.json:1:35: another is version 0.1.0
  1 | {"name":"@other/client","version":"0.1.0"}
    |                                   -------
  expected: one version in all of their manifests
  → take back what "make release" wrote, such as by "git stash -u", and run it again
`,
    ])
  },
)

test('the first release goes on too, unless git knows a model', async () => {
  const workshop = new Workshop(acme, '0.1.0')
  const missing = 'the model of the last release is missing, and the packages have version 0.1.0'
  const git = 'take the file back from git: "git log -- api/released.json" shows the commits'
  const told = (finish: string) => [
    1,
    `api/released.json:1:1: ${missing}\n  expected: the model that the last release wrote\n  → ${git}; if it shows none, the first release was stopped: ${finish}\n`,
  ]
  expect(await workshop.diff('--check')).toEqual(
    told('"make release" finishes it, with the spec as it stands'),
  )
  expect((await workshop.diff('--ready'))[0]).toBe(0)
  workshop.announce('minor', 'All of it.')
  const anew = 'take back what "make release" wrote, such as by "git stash -u", and run it again'
  expect(await workshop.diff('--ready')).toEqual(told(anew))
  workshop.version('0.1.0')
  expect(await workshop.diff('--release')).toEqual([0, 'wrote api/released.json for version 0.1.0\n'])
  expect((await workshop.diff('--check'))[0]).toBe(0)
})

test.each([['--check'], ['--ready'], ['--release']])(
  'nor where the model is of a later version: %s',
  async (mode) => {
    const workshop = new Workshop()
    await workshop.release('0.10.0')
    const model = workshop.read('api/released.json')
    workshop.version('0.9.1')
    expect(await workshop.diff(mode)).toEqual([
      1,
      `api/released.json:1:1: the packages have version 0.9.1, and this is the model of a later one, 0.10.0
  expected: the model of version 0.9.1 or an earlier one
  → take the manifests and this file from the same commit
`,
    ])
    expect(workshop.read('api/released.json')).toBe(model)
  },
)

test.each([['--check'], ['--ready'], ['--release']])(
  'a version that says less than what changed, as one written by hand may, is not recorded: %s',
  async (mode) => {
    const workshop = new Workshop()
    await workshop.release('1.2.3')
    const model = workshop.read('api/released.json')
    workshop.edit(['scopes', '  crate: { into: box, name: Crates }\n', ''])
    workshop.version('1.2.4')
    expect(await workshop.diff(mode)).toEqual([
      1,
      `api/released.json:1:1: version 1.2.4 is too small a step from 1.2.3: what changed in the spec needs a major release
  expected: a major release
  → take back what "make release" wrote, such as by "git stash -u", and run it again; a version that was written by hand becomes 1.2.3 again, and "make diff --changeset" announces what changed
`,
    ])
    expect(workshop.read('api/released.json')).toBe(model)
    workshop.version('2.0.0')
    expect((await workshop.diff('--release'))[0]).toBe(0)
  },
)

test('a release follows its previews', async () => {
  const workshop = new Workshop()
  await workshop.release('1.0.0-next.1')
  await workshop.release('1.0.0')
  expect((await workshop.diff('--check'))[0]).toBe(0)
})

test('a model in another form is written anew', async () => {
  const workshop = new Workshop()
  await workshop.release('1.2.3')
  const model = workshop.read('api/released.json')
  workshop.disk.files.set('api/released.json', model.replace('"form": 1', '"form": 0'))
  expect((await workshop.diff('--check'))[1]).toContain('run "make diff --release"')
  expect((await workshop.diff('--release'))[0]).toBe(0)
  expect(workshop.read('api/released.json')).toBe(model)
})
