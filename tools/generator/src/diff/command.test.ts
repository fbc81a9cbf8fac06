import { expect, test } from 'vitest'
import { otherHouse } from '../house/other-house.fixture.js'
import { acme } from '../spec/acme.fixture.js'
import type { Edit } from '../validate/faults.fixture.js'
import { kinds, sorts } from './change.js'
import { help } from './command.js'
import { Workshop } from './diff.fixture.js'

const more: Edit = ['scopes', '\nfolded:', '\n  note: { name: Notes, things: your notes }\nfolded:']
const stamp: Edit = ['scopes', / {2}stamp: .*\n/.exec(acme.scopes)?.[0] ?? '', '']
const asksForMore: Edit = [
  'operations',
  "GET /boxes: { declared: 'box:read'",
  "GET /boxes: { declared: 'box:write'",
]

async function released(version = '1.2.3'): Promise<Workshop> {
  const workshop = new Workshop()
  await workshop.release(version)
  return workshop
}

test('before the first release everything is new, and nothing must be announced', async () => {
  const workshop = new Workshop()
  expect(await workshop.diff()).toEqual([0, expect.stringContaining('Nothing was released yet')])
  expect(JSON.parse((await workshop.diff('--json'))[1])).toEqual({
    released: null,
    bump: 'none',
    changes: [],
    faults: [],
    guesses: [],
  })
  expect(await workshop.diff('--check')).toEqual([0, expect.stringContaining('nothing was released yet')])
  expect(await workshop.diff('--changeset')).toEqual([0, expect.stringContaining('of your own')])
  expect(workshop.disk.touched).toEqual([])
})

test.each([[], ['--json'], ['--changeset'], ['--check'], ['--ready'], ['--release']])(
  'once something was released, a model that is missing is a fault, lest all changes pass: %j',
  async (...words) => {
    const workshop = await released()
    workshop.disk.files.delete('api/released.json')
    workshop.edit(stamp)
    const [code, printed] = await workshop.diff(...words)
    expect(code).toBe(1)
    expect(printed).toContain('the model of the last release is missing')
    expect(printed).toContain('the packages have version 1.2.3')
    expect(workshop.disk.files.has('api/released.json')).toBe(false)
    expect(workshop.disk.files.has('changes/spec.md')).toBe(false)
  },
)

test('a version that is none, or was recorded already, is not recorded', async () => {
  const workshop = new Workshop()
  expect(await workshop.diff('--release')).toEqual([
    0,
    '0.0.0 is no new version: api/released.json stays as it is\n',
  ])
  await workshop.release('0.1.0')
  workshop.edit(more)
  expect(await workshop.diff('--release')).toEqual([
    0,
    '0.1.0 is no new version: api/released.json stays as it is\n',
  ])
  expect(JSON.parse((await workshop.diff('--json'))[1])).toMatchObject({ released: '0.1.0', bump: 'patch' })
})

test('people are told what changed since which version, gravest first, and how big a release it takes', async () => {
  const workshop = await released()
  expect(await workshop.diff()).toEqual([0, 'The spec says what version 1.2.3 says.\n'])
  workshop.edit(more, stamp, asksForMore, ['operations', 'version: 3.2.1', 'version: 3.3.0'])
  expect(await workshop.diff()).toEqual([
    0,
    `What changed since version 1.2.3 (API document 3.2.1 → 3.3.0):

May no longer compile:

- \`Scopes.Stamps.readOnly\` (\`stamp:read\`) is gone: a token that has it keeps it as a scope that isn't known.

Behaves differently at run time:

- \`GET /boxes\` now takes \`box:write\` instead of \`box:read\`: users whose token lacks that must sign in again.

Breaks nothing:

- \`Scopes.Notes.readOnly\` (\`note:read\`) is new: See your notes.
- \`Scopes.Notes.readWrite\` (\`note:write\`) is new: Change your notes.
- The API is described as of version 3.3.0 of its document.

5 changes: at least a major release.
`,
  ])
})

test('what the provider calls its document is told, and takes no release', async () => {
  const workshop = await released()
  workshop.edit(['operations', 'version: 3.2.1', 'version: 3.3.0'])
  expect(await workshop.diff()).toEqual([
    0,
    expect.stringContaining('of its document.\n\n1 change: nothing that takes a release.\n'),
  ])
  expect(JSON.parse((await workshop.diff('--json'))[1])).toMatchObject({
    bump: 'none',
    changes: [{ isAside: true }],
  })
  expect(await workshop.diff('--changeset')).toEqual([0, 'Nothing changed that apps could notice.\n'])
  expect(await workshop.diff('--check')).toEqual([
    0,
    'diff: nothing changed since version 1.2.3 that apps could notice\n',
  ])
  workshop.edit(more)
  await workshop.diff('--changeset')
  expect(workshop.read('changes/spec.md')).not.toContain('of its document')
  expect((await workshop.diff('--check'))[0]).toBe(0)
})

test('programs are told the same', async () => {
  const workshop = await released()
  workshop.edit(asksForMore)
  const [code, printed] = await workshop.diff('--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toEqual({
    released: '1.2.3',
    bump: 'major',
    changes: [
      {
        what: 'operation',
        kind: 'asks-for-more',
        breaks: 'run-time',
        names: ['GET /boxes'],
        before: [['box:read']],
        after: [['box:write']],
        text: '`GET /boxes` now takes `box:write` instead of `box:read`: users whose token lacks that must sign in again.',
      },
    ],
    faults: [],
    guesses: [],
  })
})

test('nothing that a terminal would obey stands in what is told or written', async () => {
  const workshop = await released()
  workshop.edit(['scopes', '\nfolded:', '\n  note: { name: Notes, things: "\\e[2Jnotes\\u202E" }\nfolded:'])
  const [, told] = await workshop.diff()
  const [, asJson] = await workshop.diff('--json')
  await workshop.diff('--changeset')
  const written = workshop.read('changes/spec.md')
  expect(asJson).toContain('[2Jnotes\\u202e')
  for (const text of [told, written]) expect(text).toContain('<U+001B>\\[2Jnotes<U+202E>')
  for (const text of [told, asJson, written])
    for (const unseen of ['\u001B', '\u202E']) expect(text.includes(unseen)).toBe(false)
})

test('what an import guessed is told by all, and stops a release alone', async () => {
  const guess: Edit = [
    'operations',
    "GET /boxes: { declared: 'box:read'",
    'GET /boxes: { auth: none, guessed: true',
  ]
  const open =
    /\nTo decide, until "guessed" is taken out there:\n {2}api\/operations\.yaml:\d+:\d+: GET \/boxes: what it needs is a guess\n$/
  const told = 'a release may hold no guess: GET /boxes: what it needs is a guess\n'
  const first = new Workshop()
  first.edit(guess)
  expect(await first.diff()).toEqual([0, expect.stringMatching(open)])
  expect(await first.diff('--ready')).toEqual([1, expect.stringContaining(told)])

  const workshop = await released()
  expect((await workshop.diff('--ready'))[0]).toBe(0)
  workshop.edit(guess)
  workshop.announce('major', 'Anyone may `GET /boxes`.')
  for (const words of [[], ['--check']])
    expect(await workshop.diff(...words)).toEqual([0, expect.stringMatching(open)])
  for (const words of [['--json'], ['--check', '--format', 'json']])
    expect(JSON.parse((await workshop.diff(...words))[1])).toMatchObject({
      faults: [],
      guesses: [{ file: 'api/operations.yaml', says: 'GET /boxes: what it needs is a guess' }],
    })
  expect(await workshop.diff('--ready')).toEqual([1, expect.stringContaining(told)])
})

test('a changeset is written for all packages that are released together, and satisfies the check', async () => {
  const workshop = await released()
  workshop.edit(more)
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: minor, 2 changes\n'])
  expect(workshop.read('changes/spec.md').replace(/seal \w+/, 'seal')).toBe(`---
# Generated by bin/make from the spec: "make diff --changeset" writes this file anew.
# Words of your own go into another changeset.
# seal
'@other/client': minor
'@other/server': minor
---

Breaks nothing:

- \`Scopes.Notes.readOnly\` (\`note:read\`) is new: See your notes.
- \`Scopes.Notes.readWrite\` (\`note:write\`) is new: Change your notes.
`)
  expect(await workshop.diff('--check')).toEqual([0, 'diff: what changed since version 1.2.3 is announced\n'])
})

test('it is written anew as the spec goes on changing, and removed when it changes back', async () => {
  const workshop = await released()
  workshop.edit(more)
  await workshop.diff('--changeset')
  workshop.edit(asksForMore)
  expect((await workshop.diff('--check'))[0]).toBe(1)
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: major, 3 changes\n'])
  expect((await workshop.diff('--check'))[0]).toBe(0)
  workshop.become(acme)
  expect(await workshop.diff('--changeset')).toEqual([
    0,
    'removed changes/spec.md: nothing changed that apps could notice\n',
  ])
  expect(await workshop.diff('--changeset')).toEqual([0, 'Nothing changed that apps could notice.\n'])
})

test('one that was written by hand is not written over, and is enough if it says enough', async () => {
  const workshop = await released()
  workshop.edit(asksForMore)
  const byHand = '---\n"@other/client": major\n"@other/server": major\n---\n\nMore for `GET /boxes`.\n'
  workshop.disk.files.set('changes/spec.md', byHand)
  expect(await workshop.diff('--changeset')).toEqual([
    1,
    expect.stringContaining('changes/spec.md:1:1: this changeset was written by hand'),
  ])
  expect(workshop.read('changes/spec.md')).toBe(byHand)
  expect((await workshop.diff('--check'))[0]).toBe(0)
})

test('one that was edited is not written over, and hides nothing: the check says what to do', async () => {
  const workshop = await released()
  workshop.edit(asksForMore)
  await workshop.diff('--changeset')
  const edited = workshop.read('changes/spec.md').replace('users whose token', 'people whose token')
  workshop.disk.files.set('changes/spec.md', edited)
  const told = `changes/spec.md:4:1: this changeset was edited since it was generated, so that it may hide what changed since
  4 | ${edited.split('\n')[3]}
    | ^^^^^^^^^^^^^^^^^^^^^^^
  expected: the changeset as it was generated
  → keep your words in another changeset and delete this one: "make diff --changeset" writes it anew
`
  expect(await workshop.diff('--changeset')).toEqual([1, told])
  expect(workshop.read('changes/spec.md')).toBe(edited)
  expect(await workshop.diff('--check')).toEqual([1, told])
  workshop.become(acme)
  expect(await workshop.diff('--check')).toEqual([1, told])
})

test.each([
  ['its head', "'@other/client': minor\n"],
  ['its words', 'Breaks nothing:\n'],
])('one that a merge left both sides in, in %s, is told in the same words by all', async (_, line) => {
  const workshop = await released()
  workshop.edit(more)
  await workshop.diff('--changeset')
  const written = workshop.read('changes/spec.md')
  const merged = written.replace(line, `<<<<<<< ours\n${line}=======\n>>>>>>> theirs\n`)
  expect(merged).not.toBe(written)
  workshop.disk.files.set('changes/spec.md', merged)
  const told = await workshop.diff('--check')
  expect(told).toEqual([1, expect.stringMatching(/^changes\/spec\.md:\d+:1: a merge left both sides here\n/)])
  expect(await workshop.diff('--changeset')).toEqual(told)
})

test.each(['\n', '\r\n'])(
  'what git could not merge of two that were written here is written anew: %j',
  async (end) => {
    const [ours, theirs] = [await released(), await released()]
    ours.edit(more)
    theirs.edit(asksForMore)
    for (const workshop of [ours, theirs]) await workshop.diff('--changeset')
    const [mine = [], other = []] = [ours, theirs].map((side) => side.read('changes/spec.md').split('\n'))
    const seal = mine.findIndex((line) => line.startsWith('# seal '))
    const head = mine.slice(0, seal)
    const sides = [
      '<<<<<<< HEAD',
      ...mine.slice(seal, -1),
      '=======',
      ...other.slice(seal, -1),
      '>>>>>>> theirs',
      '',
    ]
    ours.edit(asksForMore)
    ours.disk.files.set('changes/spec.md', [...head, ...sides].join(end))
    expect(await ours.diff('--check')).toEqual([
      1,
      `changes/spec.md:4:1: a merge left both sides here
  4 | <<<<<<< HEAD
    | ^^^^^^^^^^^^
  expected: what changed on both sides
  → "make diff --changeset" writes it anew
`,
    ])
    expect(await ours.diff('--changeset')).toEqual([
      0,
      expect.stringMatching(/^wrote changes\/spec\.md: major, /),
    ])
    expect(ours.read('changes/spec.md')).toMatch(/users whose token[\s\S]*`note:/)
    expect((await ours.diff('--check'))[0]).toBe(0)
  },
)

test('an end of line that git changed is no edit', async () => {
  const workshop = await released()
  workshop.edit(asksForMore)
  await workshop.diff('--changeset')
  workshop.disk.files.set('changes/spec.md', workshop.read('changes/spec.md').replaceAll('\n', '\r\n'))
  expect((await workshop.diff('--check'))[0]).toBe(0)
  expect((await workshop.diff('--changeset'))[0]).toBe(0)
})

test('before 1.0.0 what breaks is a minor release, and all else a patch', async () => {
  const workshop = await released('0.4.0')
  workshop.edit(more)
  expect((await workshop.diff('--changeset'))[1]).toContain('patch')
  workshop.edit(asksForMore)
  expect((await workshop.diff('--changeset'))[1]).toContain('minor')
})

test('a lost scope stops the check, the changeset and the release, and is told at the end of what changed', async () => {
  const workshop = new Workshop()
  workshop.edit(['scopes', ', retired: { declared: 1.0.0, removed: 2.0.0 }', ''])
  await workshop.release('1.0.0')
  workshop.edit(['scopes', '  stamp: { name: Stamps, things: your stamps, levels: [read] }\n', ''])
  const lost = '`stamp:read` was released and is gone: apps that use it break without a warning'
  expect(await workshop.diff()).toEqual([
    1,
    expect.stringMatching(/at least a major release\.\n\n.*is gone: apps/),
  ])
  expect(JSON.parse((await workshop.diff('--json'))[1])).toMatchObject({
    bump: 'major',
    faults: [{ rule: 'diff/lost-scope', file: 'api/scopes.yaml' }],
  })
  for (const mode of ['--check', '--changeset', '--release']) {
    workshop.announce('major', '`stamp:read` is gone.')
    if (mode === '--release') workshop.version('2.0.0')
    expect(await workshop.diff(mode), mode).toEqual([1, expect.stringContaining(lost)])
  }
  expect(JSON.parse(workshop.read('api/released.json'))).toMatchObject({ version: '1.0.0' })
})

test('a fault of the spec is told, for programs as JSON', async () => {
  const workshop = await released()
  workshop.edit(['scopes', 'bare: write', 'bare: most'])
  expect(await workshop.diff('--check')).toEqual([1, expect.stringContaining('api/scopes.yaml:')])
  const [code, printed] = await workshop.diff('--json')
  expect(code).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({ faults: [{ file: 'api/scopes.yaml' }] })
})

test('a record that was edited is a fault', async () => {
  const workshop = await released()
  workshop.disk.files.set('api/released.json', workshop.read('api/released.json').replace('1.2.3', '1.2.4'))
  expect((await workshop.diff('--check'))[1]).toMatch(
    /^api\/released\.json:\d+:3: "version" is not what the last release wrote.*\n.*"version": "1\.2\.4",\n.* \^{9}\n/,
  )
})

test.each([
  [['--format', 'text'], /^api\/released\.json:1:1: this bracket is never closed\n/],
  [['--format=json'], /^\{\n {2}"faults": \[\n/],
  [['--json'], /^\{\n {2}"faults": \[\n/],
  [['--format', 'editor'], /^api\/released\.json:1:1: error: this bracket is never closed/],
  [['--format', 'github'], /^::error file=api\/released\.json,line=1,endLine=1,col=1,/],
])('%j tells faults in that form, whatever is asked for', async (format, told) => {
  const workshop = new Workshop()
  workshop.disk.files.set('api/released.json', '{ "form": 1, "version": ')
  for (const mode of [[], ['--check'], ['--changeset'], ['--release']]) {
    expect(await workshop.diff(...mode, ...format)).toEqual([1, expect.stringMatching(told)])
  }
})

test('without a fault editors hear nothing, programs that there is none, and people what was done', async () => {
  const workshop = await released()
  expect(await workshop.diff('--check', '--format', 'editor')).toEqual([0, ''])
  expect(await workshop.diff('--check', '--json')).toEqual([0, '{\n  "faults": [],\n  "guesses": []\n}\n'])
  expect(await workshop.diff('--check', '--format', 'github')).toEqual(await workshop.diff('--check'))
  expect(await workshop.diff('--format', 'json')).toEqual(await workshop.diff('--json'))
  expect(await workshop.diff('--format', 'editor')).toEqual([0, ''])
})

test('a whole release: changed, announced, versioned, recorded, and nothing is left to say', async () => {
  const workshop = await released()
  workshop.edit(more, asksForMore)
  await workshop.diff('--changeset')
  await workshop.release('2.0.0')
  expect(await workshop.diff()).toEqual([0, 'The spec says what version 2.0.0 says.\n'])
  expect(await workshop.diff('--check')).toEqual([0, 'diff: the spec says what version 2.0.0 says\n'])
})

test('the help names every kind of change and of thing; words that mean nothing are refused', async () => {
  const workshop = new Workshop()
  for (const word of [...kinds, ...sorts]) expect(help(otherHouse)).toContain(word)
  for (const line of help(otherHouse).split('\n')) expect(line.length).toBeLessThanOrEqual(110)
  for (const [words, reason] of [
    [['--chekc'], 'there is no option --chekc: did you mean --check?'],
    [['release'], 'there is no argument release: did you mean --release?'],
    [['foo'], 'there is no argument foo; there are --changeset, --check, --ready, --release, --format'],
    [['--check=x'], '--check takes no value'],
    [['--check', '--release'], '--check and --release do not go together'],
  ] as const)
    await expect(workshop.diff(...words)).rejects.toThrow(reason)
})
