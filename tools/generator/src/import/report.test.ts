import { expect, test } from 'vitest'
import type { Style } from '../command/style.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { acme } from '../spec/acme.fixture.js'
import { document, same } from './acme-document.fixture.js'
import { run } from './command.js'
import { fileWith } from './file-with.fixture.js'
import { acmeWith, fixture, Workbench } from './workbench.fixture.js'

test('a document can not command the terminal that its title is told on', async () => {
  const text = document(same).replace('title: Acme', 'title: "A\\e[2Jcme"')
  const { printed } = await new Workbench().bring(await fileWith(text))
  expect(printed.split('\n')[0]).toMatch(/^A<U\+001B>\[2Jcme 4\.0\.0, from /)
})

test('nor the workflow that it is told in', async () => {
  const text = document(same)
    .replace('title: Acme', 'title: "::error::Acme"')
    .replaceAll('box:read', '::debug::x')
  const { printed } = await new Workbench().bring(await fileWith(text))
  expect(printed).toContain('<U+003A>:error::Acme')
  expect(printed).not.toMatch(/^\s*::/m)
})

/**
 * What `import` prints of a document that is at fault, with some words, in a place where
 * faults are told in some form.
 */
async function toldOf(words: readonly string[], style?: Style): Promise<string> {
  const file = await fileWith('openapi: 3.0.1\npaths:\n  /a: { $ref: none.yaml }\n')
  const bench = new Workbench()
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  const surroundings = { house: otherHouse, disk: bench.disk, engine: '', print, style, load: loadOnce }
  expect(await run(['openapi', file, ...words], surroundings)).toBe(1)
  return printed.replaceAll(/[^ "=]*openapi\.yaml/g, 'openapi.yaml')
}

test('faults are told in the form that is asked for, or else in the one that suits the place', async () => {
  const wrong = `the reference "none.yaml" can't be read: there is no such file`
  expect(await toldOf(['--format', 'editor'])).toContain(`openapi.yaml:3:15: error: ${wrong}`)
  expect(await toldOf(['--format=github'])).toMatch(/^::error file=openapi\.yaml,line=3,endLine=3,col=15/)
  expect(await toldOf([], { format: 'github', colour: false })).toMatch(/^::error /)
  expect(await toldOf(['--format', 'text'], { format: 'github', colour: false })).toContain(`
  3 |   /a: { $ref: none.yaml }
    |               ^^^^^^^^^
  expected: a reference that leads to what is meant
  → correct the document, or give another
`)
  const json = await toldOf(['--format', 'json'])
  expect(JSON.parse(json).faults).toMatchObject([{ line: 3, column: 15, wrong }])
  expect(await toldOf(['--json'])).toBe(json)
  expect(await toldOf([])).toContain('\n1 fault; nothing was written\n')
})

test('what was done is told as JSON by either word for it', async () => {
  const printed = async (...words: string[]) =>
    (await new Workbench().bring(fixture('per-operation.yaml'), '--dry-run', ...words)).printed
  expect(await printed('--format', 'json')).toBe(await printed('--json'))
  expect(await printed('--format', 'github')).toBe(await printed())
})

test('what the document holds is counted without what is misspelt in it', async () => {
  const one = "/boxes: { get: { security: [{ oauth: ['box:read'] }] } }"
  const first = async (paths: string, listed: string): Promise<string | undefined> =>
    (await new Workbench().bring(await fileWith(document(paths, { listed })))).printed.split('\n')[0]
  expect(await first(one, 'box:read, boxs:read')).toMatch(/: 1 operation, 1 scope$/)
  expect(await first(same, 'box:read, box:write')).toMatch(/: 8 operations, 4 scopes$/)
})

test('a dry run says that the places are those of files which are not written', async () => {
  const file = await fileWith(document(`${same}, /new: { get: { operationId: n } }`))
  const bench = new Workbench()
  const headline = /^To decide.*/m
  const told = async (...words: string[]) => headline.exec((await bench.bring(file, ...words)).printed)?.[0]
  expect(await told('--dry-run')).toBe('To decide (at places in the files as they would be):')
  expect(await told()).toBe('To decide:')
  expect(await told('--dry-run')).toBe('To decide:')
})

test('of what the document does not hold many are one line, below all that is to be looked at', async () => {
  const many = Array.from(
    { length: 20 },
    (_, at) => `  GET /me/${at}: { auth: any_token, id: me-${at} }\n`,
  ).join('')
  const bench = new Workbench(acmeWith({ operations: acme.operations + many }))
  const { printed } = await bench.bring(await fileWith(document(same.replace('get-me,', 'getMe,'))))
  expect(printed).toContain(`
To decide:
  1. 1 operation has another id in the document and kept its own
       api/operations.yaml:10:3: GET /me: get-me → getMe
     → apps name operations by their ids: write the new ones if they are worth a major release; otherwise do nothing
  2. 20 operations are not in the document and stayed as they were (--json has all)
     → if they are gone, import with --remove, which retires the families that only they need; otherwise do nothing
`)
})

test('a misspelt scope is told at its place in the document, to people and to programs', async () => {
  const file = await fileWith(
    document(same, { listed: 'box:read, box:write, gift_card:write, offline, boxs:read' }),
  )
  const told = async (...words: string[]) =>
    (await new Workbench().bring(file, '--dry-run', ...words)).printed
  for (const form of ['text', 'editor', 'github'])
    expect(await told('--format', form)).toContain(`
Misspelt in the document, and never scopes:
  ${file}:13:169: boxs:read: did you mean box:read? (listed, but asked for by none)

1 misspelling as before (--json has all)
`)
  const { warnings } = JSON.parse(await told('--json'))
  expect(warnings).toMatchObject([
    { scope: 'boxs:read', place: `${file}:13:169`, operations: [], settled: false },
    {
      scope: 'boxx:read',
      place: `${file}:7:70`,
      operations: ['GET /boxes/{boxId}'],
      settled: true,
    },
  ])
})

test.each([
  ['a person has corrected', "corrected: 'box:read'", true],
  ['stands beside an answer', "misspelt: true, recorded: 'box:read'", true],
  ['is corrected by a guess', "corrected: 'box:read', guessed: true", false],
])('a misspelling that %s is told again or only counted', async (_, words, isCounted) => {
  const operations = acme.operations.replace("corrected: 'box:read'", words)
  const { printed } = await new Workbench(acmeWith({ operations })).bring(await fileWith(document(same)))
  expect([printed.includes('1 misspelling as before'), printed.includes('boxx:read: did you')]).toEqual([
    isCounted,
    !isCounted,
  ])
})

test('programs are told what each change is of, and what stood and what is to stand there', async () => {
  const other = same.replace(
    "list-boxes, security: [{ oauth: ['box:read'] }]",
    "list-boxes, security: [{ oauth: ['box:write'] }]",
  )
  const paths = `${other}, /crates: { get: { operationId: get-crates, security: [{ oauth: [] }] } }`
  const file = await fileWith(document(paths, { version: '4.0.0' }))
  const { printed } = await new Workbench().bring(file, '--json')
  const { changes } = JSON.parse(printed)
  const before = { declared: 'box:read', since: '1.0.0', id: 'list-boxes' }
  const after = { ...before, declared: 'box:write' }
  const added = { auth: 'any_token', since: '4.0.0', id: 'get-crates' }
  expect(changes).toEqual([
    { kind: 'declaration', key: 'GET /boxes', before, after, text: 'GET /boxes: box:read → box:write' },
    { kind: 'new', key: 'GET /crates', after: added, text: 'GET /crates: any token' },
  ])
})
