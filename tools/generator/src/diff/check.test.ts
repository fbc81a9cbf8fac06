// Changesets, by hand and by the generator, and what each of them holds back or says too much.
import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import type { Edit } from '../validate/faults.fixture.js'
import { edited, Workshop } from './diff.fixture.js'

const more: Edit = ['scopes', '\nfolded:', '\n  note: { name: Notes, things: your notes }\nfolded:']
const stamp: Edit = ['scopes', / {2}stamp: .*\n/.exec(acme.scopes)?.[0] ?? '', '']
const asksForMore: Edit = [
  'operations',
  "GET /boxes: { declared: 'box:read'",
  "GET /boxes: { declared: 'box:write'",
]
const content = [0, 'diff: what changed since version 1.2.3 is announced\n']

async function changed(...edits: readonly Edit[]): Promise<Workshop> {
  const workshop = new Workshop()
  await workshop.release('1.2.3')
  workshop.edit(...edits)
  return workshop
}

/** What the check says of changesets, each as a file. */
async function saidOf(edits: readonly Edit[], ...texts: readonly string[]): Promise<string> {
  const workshop = await changed(...edits)
  for (const [index, text] of texts.entries()) workshop.disk.files.set(`changes/${index}.md`, text)
  return (await workshop.diff('--check'))[1]
}

const head = (client: string, server = client) =>
  `---\n"@other/client": ${client}\n"@other/server": ${server}\n---\n\n`

test('without a changeset, or with one that releases nothing of these, nobody is told', async () => {
  const nobody = 'the spec changed since the last release, and no changeset says so'
  expect(await saidOf([more])).toContain(`changes/spec.md:1:1: ${nobody}`)
  expect(await saidOf([more], '---\n---\n')).toContain(`changes/0.md:1:1: ${nobody}`)
  expect(await saidOf([more], '---\n"@other/one": major\n---\n\nMuch.\n')).toContain(
    `changes/0.md:5:1: ${nobody}`,
  )
  expect(await saidOf([more], `${head('none')}Much.`)).toContain(`changes/0.md:6:1: ${nobody}`)
})

test('a bump that is too small is shown where it stands, and why it is', async () => {
  expect(
    await saidOf([asksForMore], `${head('major', 'minor')}A word on \`GET /boxes\`.\n`),
  ).toBe(`changes/0.md:3:18: the changesets make a minor release of \`@other/server\`, and what changed in the spec needs a major one
  3 | "@other/server": minor
    |                  ^^^^^
  expected: major, for 1 change, such as: \`GET /boxes\` now takes \`box:write\` instead of \`box:read\`: users whose token lacks that must sign in again.
  → "make diff --changeset" writes what is missing
`)
})

test('a package that gets no release is told beside one that does', async () => {
  expect(await saidOf([more], '---\n"@other/server": minor\n---\n\nNotes.\n')).toContain(
    'changes/spec.md:1:1: the changesets make no release of `@other/client`, and what changed in the spec needs a minor one',
  )
})

test('too small a release of several packages is one fault, and changesets that mean something else are not to blame', async () => {
  expect(await saidOf([asksForMore], `${head('minor')}Something else.\n`)).toBe(
    `changes/spec.md:1:1: the changesets make a minor release of \`@other/client\` and \`@other/server\`, and what changed in the spec needs a major one
  expected: major, for 1 change, such as: \`GET /boxes\` now takes \`box:write\` instead of \`box:read\`: users whose token lacks that must sign in again.
  → "make diff --changeset" writes what is missing
`,
  )
  expect(await saidOf([asksForMore], `${head('minor', 'none')}A word on \`GET /boxes\`.\n`)).toContain(
    'changes/0.md:2:18: the changesets make a minor release of `@other/client` and no release of `@other/server`, and',
  )
})

test('several changesets may share the work', async () => {
  const [one, other] = ['@other/client', '@other/server'].map(
    (name) => `---\n"${name}": minor\n---\n\nNotes.\n`,
  )
  expect(await saidOf([more], one ?? '', other ?? '')).toBe(content[1])
})

test('each thing that breaks apps is to be named, in backquotes, to the users of each package', async () => {
  const [client, server] = ['@other/client', '@other/server']
  const spoken = (name = '', words = '') => `---\n"${name}": major\n---\n\n${words}\n`
  expect(
    await saidOf(
      [asksForMore, stamp],
      spoken(client, '`GET /boxes`, `stamp:read`'),
      spoken(server, 'More, and\n`stamp:read`.'),
    ),
  ).toBe(`changes/1.md:5:1: no changeset of \`@other/server\` speaks of \`GET /boxes\`, which breaks apps
  5 | More, and
    | ^^^^^^^^^
  expected: \`GET /boxes\` now takes \`box:write\` instead of \`box:read\`: users whose token lacks that must sign in again.
  → "make diff --changeset" writes what is missing
`)
})

test.each([
  ['within another word', '`big stamp:read` and `stamp:read_only`'],
  ['between two others', '`a`stamp:read`b`'],
  ['without backquotes', 'stamp:read'],
  ['in a comment', '<!-- `stamp:read` -->'],
  ['as the name of its family', '`Scopes.Stamps` and `stamp`'],
])('a scope that stands %s is not named', async (_, words) => {
  expect(await saidOf([stamp], head('major') + words)).toContain(
    'no changeset speaks of `Scopes.Stamps.readOnly` or `stamp:read`, which breaks apps',
  )
})

test.each([
  ['its text', 'So `stamp:read` is gone.'],
  ['its name in code', '`Scopes.Stamps.readOnly`'],
])('a scope is named by %s, whatever ends the lines', async (_, words) => {
  expect(await saidOf([stamp], head('major') + words)).toBe(content[1])
  expect(await saidOf([stamp], `${head('major')}${words}\n`.replaceAll('\n', '\r\n'))).toBe(content[1])
  expect(await saidOf([stamp], `\uFEFF${head('major')}${words}\n`)).toBe(content[1])
})

test('words of the spec that Markdown would read otherwise hide nothing of what the generator wrote', async () => {
  const workshop = await changed(asksForMore, [
    'endpoints',
    'parameters:\n',
    'parameters:\n      prompt: { type: text, required: true, description: "Asks <!-- *again*." }\n',
  ])
  await workshop.diff('--changeset')
  expect(workshop.read('changes/spec.md')).toContain(' is new and required. Asks \\<!-- \\*again\\*.\n')
  expect(await workshop.diff('--check')).toEqual(content)
})

test('what breaks nothing need not be spoken of one by one', async () => {
  expect(await saidOf([more], `${head('minor')}There are notes.`)).toBe(content[1])
})

test.each([
  ['Words.', '1:1: this is no changeset'],
  ['', '1:1: this is no changeset'],
  ['---\n- a\n---\n\nWords.', '2:1: this is no changeset'],
  ['---\n"@other/server": huge\n---\n\nWords.', '2:18: there is no bump "huge"'],
  ['---\r\n"@other/server": mayor\r\n---\r\n\r\nWords.', '2:18: there is no bump "mayor"'],
  ['---\n"@other/server": [\n---\n\nWords.', '2:18: this bracket is never closed'],
  ['---\n"@other/server": minor\n"@other/server": major\n---\n\nWords.', '3:1: '],
])('the changeset %j is a fault at its place', async (text, fault) => {
  expect(await saidOf([more], text)).toContain(`changes/0.md:${fault}`)
})

test('a misspelt bump is told with the one that was meant', async () => {
  expect(await saidOf([more], head('mayor'))).toContain('did you mean major?')
})

test('a package that is not released is told with the one that was meant, even before the first release', async () => {
  const told = `changes/0.md:3:1: no package that is released is called "@other/sever"
  3 | "@other/sever": minor
    | ^^^^^^^^^^^^^^
  expected: one of @other/client, @other/server, @other/one
  → did you mean "@other/server"?
`
  const text = '---\n"@other/client": minor\n"@other/sever": minor\n---\n\nNotes.\n'
  expect(await saidOf([more], text)).toBe(told)
  const workshop = new Workshop()
  workshop.disk.files.set('changes/0.md', text)
  expect(await workshop.diff('--check')).toEqual([1, told])
})

test('a hidden changeset, which no release reads, announces nothing', async () => {
  const workshop = await changed(more)
  await workshop.diff('--changeset')
  const text = workshop.disk.files.get('changes/spec.md') ?? ''
  workshop.disk.files.delete('changes/spec.md')
  workshop.disk.files.set('changes/.spec.md', text)
  expect((await workshop.diff('--check'))[0]).toBe(1)
})

test('a manifest or a configuration that cannot be read is a fault at its place', async () => {
  const workshop = await changed(more)
  const said = async (file: string, text: string) => {
    workshop.disk.files.set(file, text)
    return (await workshop.diff('--check'))[1]
  }
  expect(await said('changes/config.json', '{\n  "fixed": [')).toContain(
    'changes/config.json:2:12: this bracket',
  )
  expect(await said('client/package.json', '{}')).toContain(
    'client/package.json:1:1: this manifest says no name',
  )
  expect(await said('client/package.json', '{ "name": "a",\n  "version": 1 }')).toContain(
    'client/package.json:2:14: this version is no text',
  )
  for (const version of ['latest', '01.2.0', '1.2'])
    expect(await said('client/package.json', `{ "name": "a",\n  "version": "${version}" }`)).toContain(
      `client/package.json:2:14: "${version}" is no version`,
    )
  workshop.disk.files.delete('client/package.json')
  expect((await workshop.diff('--check'))[1]).toContain('client/package.json:1:1: the file is missing')
})

test('a changeset that the generator wrote is to say all that changed, whatever its bump', async () => {
  const workshop = await changed(more)
  await workshop.diff('--changeset')
  workshop.edit(['scopes', '\nfolded:', '\n  memo: { name: Memos, things: your memos }\nfolded:'])
  expect(await workshop.diff('--check')).toEqual([
    1,
    `changes/spec.md:12:1: this changeset was written before the spec changed again
  12 | - \`Scopes.Notes.readWrite\` (\`note:write\`) is new: Change your notes.
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  expected: - \`Scopes.Memos.readOnly\` (\`memo:read\`) is new: See your memos.
  → "make diff --changeset" writes it anew
`,
  ])
  await workshop.diff('--changeset')
  expect(await workshop.diff('--check')).toEqual(content)
})

test('one that announces what was taken back is shown where it does, until it is gone', async () => {
  const workshop = await changed(more, asksForMore)
  await workshop.diff('--changeset')
  workshop.become(edited(acme, [asksForMore]))
  expect((await workshop.diff('--check'))[1]).toContain(
    'changes/spec.md:13:1: this changeset was written before the spec changed again\n' +
      '  13 | Breaks nothing:',
  )
  workshop.become(acme)
  expect((await workshop.diff('--check'))[1]).toContain(
    'changes/spec.md:11:1: this changeset announces changes, and there are none that apps could notice\n' +
      '  11 | - `GET /boxes` now takes',
  )
  await workshop.diff('--changeset')
  expect(await workshop.diff('--check')).toEqual([0, 'diff: the spec says what version 1.2.3 says\n'])
})

test('beside a stale one of the generator another that says enough does not help, since both are published', async () => {
  const workshop = await changed(more)
  await workshop.diff('--changeset')
  workshop.edit(asksForMore)
  workshop.announce('major', 'A word on `GET /boxes`.')
  expect((await workshop.diff('--check'))[1]).toContain(
    'changes/spec.md:5:1: this changeset was written before',
  )
})
