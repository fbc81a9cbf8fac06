// What an import of Acme's own document with one edit changes in the spec, and what it asks.
import { expect, test } from 'vitest'
import { otherHouse } from '../house/other-house.fixture.js'
import { acme } from '../spec/acme.fixture.js'
import { afterEdit, document, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import { acmeWith, Workbench } from './workbench.fixture.js'

test('what is declared already changes nothing', async () => {
  expect(await afterEdit('/boxes:', '/boxes:')).toMatchObject({ gone: [], come: [], decisions: [] })
})

test('a new declaration takes the place of the old one', async () => {
  const { come, decisions } = await afterEdit(
    "list-boxes, security: [{ oauth: ['box:read'] }]",
    "list-boxes, security: [{ oauth: ['box:write'] }]",
  )
  expect(come).toEqual(['GET /boxes: { declared: box:write, since: 1.0.0, id: list-boxes }'])
  expect(decisions).toEqual([])
})

test('what was recorded stays, and whoever wrote a note is asked', async () => {
  const { come, decisions } = await afterEdit(
    "post-box, security: [{ oauth: ['box:read'] }]",
    'post-box, security: [{ oauth: [] }]',
  )
  expect(come).toEqual([
    "POST /boxes: { auth: any_token, recorded: 'box:write', guessed: note, id: post-box, note: Seen. }",
  ])
  expect(decisions).toEqual(['1 operation has a note, and another declaration than it was written for'])
})

test('a personal token alone takes no call from apps until a person says so', async () => {
  const from = "get-quiet, security: [{ oauth: ['box:read'] }]"
  const only = from.replace(/security.*/, 'security: [{ pat: [] }]')
  const { come, decisions, about, bench } = await afterEdit(from, only)
  expect(come).toEqual([])
  expect(decisions).toEqual(['1 operation declares personal tokens alone, and so far OAuth would do'])
  expect(about).toEqual(['GET /quiet'])

  const file = await fileWith(document(same.replace(from, only), { version: '3.2.1' }))
  for (const [stands, answer] of [
    ['id: get-quiet', 'id: get-quiet, note: Asked.'],
    ["declared: 'box:read', recorded: '*', id: get-quiet", "auth: pat, recorded: '*', id: get-quiet"],
  ] as const) {
    const answered = acme.operations.replace(stands, answer)
    bench.disk.files.set(otherHouse.spec.operations, answered)
    expect(JSON.parse((await bench.bring(file, '--json')).printed).decisions).toEqual([])
    expect(bench.operations).toBe(answered)
  }
})

test('what a person took to be meant stays until they take it out, whatever is declared', async () => {
  const bench = new Workbench()
  const corrected = acme.operations.replace("recorded: 'box:write'", "corrected: 'box:write'")
  bench.disk.files.set(otherHouse.spec.operations, corrected)
  const other = same.replace(
    "post-box, security: [{ oauth: ['box:read'] }]",
    "post-box, security: [{ oauth: ['stamp:read'] }]",
  )
  await bench.bring(await fileWith(document(other, { version: '3.2.1' })))
  expect(bench.operations).toContain(
    "POST /boxes: { declared: stamp:read, corrected: 'box:write', guessed: note, id: post-box, note: Seen. }",
  )
})

test('where an answer was recorded, a misspelling needs no correction', async () => {
  const { come, decisions } = await afterEdit(
    "post-box, security: [{ oauth: ['box:read'] }]",
    "post-box, security: [{ oauth: ['boks:read'] }]",
  )
  expect(come).toEqual([
    "POST /boxes: { declared: boks:read, misspelt: true, recorded: 'box:write', guessed: note, id: post-box, note: Seen. }",
  ])
  expect(decisions).toEqual(['1 operation has a note, and another declaration than it was written for'])
})

test('a misspelling that is mended takes its correction with it', async () => {
  const { come } = await afterEdit("'boxx:read'", "'box:read'")
  expect(come).toEqual(['GET /boxes/{boxId}: { declared: box:read, id: get-box }'])
})

test('a misspelling where none was gets a correction, and the next document takes it back', async () => {
  const from = "list-boxes, security: [{ oauth: ['box:read'] }]"
  const { come, decisions, bench } = await afterEdit(from, "list-boxes, security: [{ oauth: ['boks:read'] }]")
  expect(come.join(' ')).toContain('corrected: box:read')
  expect(come.join(' ')).toContain(
    'note: "`boks:read` is no scope; this one is taken from what was needed so far."',
  )
  expect(decisions).toEqual(['1 operation declares what is no scope, and "corrected" is a guess'])
  await bench.bring(await fileWith(document(same, { version: '3.2.1' })))
  expect(bench.operations).toContain('\n  GET /boxes: { declared: box:read, since: 1.0.0, id: list-boxes }\n')
})

test("a guess is replaced while its mark stands, whatever its note says, and a person's note is not", async () => {
  const from = "list-boxes, security: [{ oauth: ['box:read'] }]"
  const said = (scope: string) =>
    fileWith(document(same.replace(from, from.replace('box:read', scope)), { version: '3.2.1' }))
  const { bench } = await afterEdit(from, from.replace('box:read', 'boks:read'))
  const guessed = bench.operations
  const bring = async (operations: string, scope: string) => {
    bench.disk.files.set(otherHouse.spec.operations, operations)
    const { decisions } = JSON.parse((await bench.bring(await said(scope), '--json')).printed)
    const asked = decisions.map(({ what }: { what: string }) => what)
    return [/\n {2}GET \/boxes:[\s\S]*?\}\n/.exec(bench.operations)?.[0].replace(/\s+/g, ' ').trim(), asked]
  }
  const entry = (rest: string) => `GET /boxes: { declared: boxs:read, corrected: box:read, ${rest} }`
  const [why, reworded] = ['`boxs:read` is no scope; this one is like it.', 'Perhaps like it.']
  expect(await bring(guessed.replace(/"`boks[^"]*"/, reworded), 'boxs:read')).toEqual([
    entry(`guessed: true, since: 1.0.0, id: list-boxes, note: "${why}"`),
    ['1 operation declares what is no scope, and "corrected" is a guess'],
  ])
  const taken = guessed.replace(/guessed: true,\s+/, '').replace(/"`boks[^"]*"/, `"${why}"`)
  expect(await bring(taken, 'boxs:read')).toEqual([
    entry(`guessed: note, since: 1.0.0, id: list-boxes, note: "${why}"`),
    ['1 operation has a note, and another declaration than it was written for'],
  ])
})

test('a document that forgets to say what is needed takes nothing away', async () => {
  const from = "list-boxes, security: [{ oauth: ['box:read'] }]"
  const { come, decisions } = await afterEdit(from, 'list-boxes')
  expect(come).toEqual([])
  expect(decisions).toEqual([
    '1 operation declares less than was needed, or nothing, and what was needed stays',
  ])
})

/** What one operation asks for, and what the spec writes to keep it. */
const gift = "[{ oauth: ['gift_card:write', 'box:write'] }, { oauth: ['*'] }]"
const kept = 'corrected: [[box:write, gift_card:write], ["*"]], guessed: true'

test.each([
  ['a scope fewer', "[{ oauth: ['box:write'] }]", 'declared: box:write', 'box:write'],
  ['any token', '[{ oauth: [] }]', 'auth: any_token', 'any token'],
  ['no token', '[]', 'auth: none', 'no token'],
  ['no token beside others', '[{ oauth: [box:write] }, {}]', 'auth: none', 'no token'],
])(
  'where a document asks for less, what was needed stays and a person is asked: %s',
  async (_, security, says, words) => {
    const { come, decisions, about, bench } = await afterEdit(gift, security)
    const entry = come.join(' ').replaceAll(/\s+/g, ' ')
    expect(entry).toContain(`${says}, ${kept}`)
    expect(decisions).toEqual([
      '1 operation declares less than was needed, or nothing, and what was needed stays',
    ])
    expect(about).toEqual([`POST /gifts: box:write and gift_card:write, or * → ${words}`])

    const asked = async (text: string): Promise<unknown> => {
      const file = await fileWith(document(text, { version: '3.2.1' }))
      return JSON.parse((await bench.bring(file, '--json')).printed).decisions
    }
    const written = bench.operations
    const less = same.replace(gift, security)
    // Whoever knows that less will do takes the correction out; whoever knows that it won't, the mark alone.
    const why = ', note: The document asks for less than before; what was needed is kept.'
    for (const answer of [
      written.replace(`, ${kept}`, '').replace(why, ''),
      written.replace(', guessed: true', '').replace(why, ', note: The server was asked.'),
    ]) {
      expect(answer).not.toMatch(/guessed|asks for less/)
      bench.disk.files.set(otherHouse.spec.operations, answer)
      expect(await asked(less)).toEqual([])
      expect(bench.operations).toBe(answer)
    }
    bench.disk.files.set(otherHouse.spec.operations, written)
    expect(await asked(same)).toEqual([])
    expect(bench.operations).not.toContain('guessed')
  },
)

test('a token that was needed is needed still where a document asks for none, until a person says so', async () => {
  const from = 'get-me, security: [{ oauth: [] }]'
  const { come, decisions, about, bench } = await afterEdit(from, 'get-me, security: []')
  expect(come).toEqual([])
  expect(decisions).toEqual([
    '1 operation declares less than was needed, or nothing, and what was needed stays',
  ])
  expect(about).toEqual(['GET /me: any token → no token'])

  const file = await fileWith(document(same.replace(from, 'get-me, security: []'), { version: '3.2.1' }))
  for (const answer of ['auth: none, id: get-me', 'auth: any_token, id: get-me, note: Asked.']) {
    const answered = acme.operations.replace('auth: any_token, id: get-me', answer)
    bench.disk.files.set(otherHouse.spec.operations, answered)
    expect(JSON.parse((await bench.bring(file, '--json')).printed).decisions).toEqual([])
    expect(bench.operations).toBe(answered)
  }
})

test('a misspelling is taken for nothing less than was needed', async () => {
  const bench = new Workbench()
  const from = "list-boxes, security: [{ oauth: ['box:read'] }]"
  for (const [version, scope] of [
    ['3.2.1', 'box:write'],
    ['3.2.2', 'boks:read'],
  ] as const) {
    const paths = same.replace(from, from.replace('box:read', scope))
    await bench.bring(await fileWith(document(paths, { version })))
  }
  expect(bench.operations.replaceAll(/\s+/g, ' ')).toContain(
    'GET /boxes: { declared: boks:read, corrected: box:write, guessed: true',
  )
})

test('an operation that is gone stays, unless it is to go', async () => {
  const from = '/me: { get: { operationId: get-me, security: [{ oauth: [] }] } },'
  expect(await afterEdit(from, '')).toMatchObject({
    gone: [],
    decisions: ['1 operation is not in the document and stayed as it was'],
  })
  expect(await afterEdit(from, '', '--remove')).toMatchObject({
    gone: ['GET /me: { auth: any_token, id: get-me }'],
    decisions: [],
  })
})

test('an operation keeps its id, by which apps name it, and a person is asked about the one in the document', async () => {
  const { come, decisions, about } = await afterEdit('get-me,', 'getMe,')
  expect(come).toEqual([])
  expect(decisions).toEqual(['1 operation has another id in the document and kept its own'])
  expect(about).toEqual(['GET /me: get-me → getMe'])
  expect(await afterEdit('get-me,', 'get-open,')).toMatchObject({ come: [], decisions: [] })
})

test('an operation that is new and says nothing is guessed, and asked about', async () => {
  const added = '/boxes: { put: {}, patch: { security: [{ oauth: [what-is:this] }] }, head: {},'
  const { come, decisions, about } = await afterEdit('/boxes: {', added)
  expect(come).toEqual([
    'HEAD /boxes: { auth: none, guessed: true, since: 3.2.1, id: head-boxes }',
    'PUT /boxes: { auth: any_token, guessed: true, since: 3.2.1, id: put-boxes }',
  ])
  expect(decisions).toEqual([
    '1 operation asks for scopes that the spec does not know, and nothing tells what is meant',
    '2 operations declare no security, and what they need is a guess',
  ])
  expect(about[0]).toBe('PATCH /boxes: what-is:this; it is new, and was not added')
})

test('a guess is no evidence for another one', async () => {
  const paths = `/crabs: { get: { security: [{ oauth: [boxs:read] }] }, head: { security: [{ oauth: [what:read] }] } }, /me:`
  const { come, about } = await afterEdit('/me:', paths)
  expect(come.filter((line) => / \/crabs/.test(line))).toEqual(['GET /crabs:'])
  expect(about).toEqual([
    'HEAD /crabs: what:read; it is new, and was not added',
    'GET /crabs: boxs:read → box:read',
  ])
})

test('a guess is asked about by every import, an older document too, until its mark is taken out', async () => {
  const crabs =
    "/crabs: { get: { security: [{ oauth: ['crab:read'] }] }, put: { security: [{ oauth: ['crab:write'] }] } }"
  const paths = same.replace(
    '/boxes: {',
    `${crabs}, /boxes: { put: {}, head: { security: [{ oauth: [boks:read] }] },`,
  )
  const newer = await fileWith(document(paths, { version: '3.3.0' }))
  const older = await fileWith(document(same, { version: '1.0.0' }))
  const bench = new Workbench()
  const asked = async (file: string): Promise<readonly string[]> => {
    const { decisions } = JSON.parse((await bench.bring(file, '--json')).printed)
    return decisions.map(({ what }: { what: string }) => what)
  }
  const guesses = [
    '1 family has a name and words that are a guess',
    '1 operation declares no security, and what it needs is a guess',
    '1 operation declares what is no scope, and "corrected" is a guess',
  ]
  expect(await asked(newer)).toEqual(guesses)
  const { files } = bench.disk
  const written = new Map(files)
  for (const file of [newer, older, newer]) expect(await asked(file)).toEqual(guesses)
  expect(new Map(files)).toEqual(written)
  const { scopes, operations } = otherHouse.spec
  files.set(scopes, bench.scopes.replace(/ *guessed: .*\n/, ''))
  expect(await asked(newer)).toEqual(guesses.slice(1))
  const answered = bench.operations.replace('id: put-boxes', '$&, note: Anyone with a token.')
  files.set(operations, answered.replaceAll(/guessed: true,\s+/g, ''))
  for (const file of [newer, older]) expect(await asked(file)).toEqual([])
})

test('paths that the spec can not hold are left out, and told', async () => {
  const { come, decisions, about } = await afterEdit(
    '/me:',
    '/a b: { get: {} }, /a/../b: { get: {} }, //a: { get: {} }, /me:',
  )
  expect(come).toEqual([])
  expect(decisions).toEqual(["3 operations have paths or methods that the spec can't hold and were left out"])
  expect(about).toEqual(['GET /a b', 'GET /a/../b', 'GET //a'])
})

test('methods that the spec can not hold are left out, and told', async () => {
  const { come, decisions, about } = await afterEdit('/me: {', '/me: { options: {}, trace: {},')
  expect(come).toEqual([])
  expect(decisions).toEqual(["2 operations have paths or methods that the spec can't hold and were left out"])
  expect(about).toEqual(['OPTIONS /me', 'TRACE /me'])
})

const listBoxes = "list-boxes, security: [{ oauth: ['box:read'] }]"

test('an operation that was known stays as it was where nothing tells what its scopes mean', async () => {
  const { come, about } = await afterEdit(
    'get-me, security: [{ oauth: [] }]',
    'get-me, security: [{ oauth: [what-is:this] }]',
  )
  expect([come, about]).toEqual([[], ['GET /me: what-is:this; it stays as it was']])
})

test('security that is malformed takes nothing away and adds nothing, and its place is told', async () => {
  const { come, decisions, about } = await afterEdit(
    `/boxes: { get: { operationId: ${listBoxes} }`,
    "/boxes: { put: { security: { oauth: [box:read] } }, get: { operationId: list-boxes, security: ['box:read'] }",
  )
  expect(come).toEqual([])
  expect(decisions).toEqual(["2 operations declare security in a way that can't be read"])
  expect(about.map((text) => text.replace(/ \S+openapi\.yaml/, ' openapi.yaml'))).toEqual([
    'GET /boxes: openapi.yaml:5:98: this requirement is no mapping; it stays as it was',
    'PUT /boxes: openapi.yaml:5:20: "security" is no list; it is new, and was not added',
  ])
})

test('where the document knows no OAuth, a token is not any token', async () => {
  const operations = `${acme.operations}  GET /free: { auth: none, id: get-free }\n`
  const bench = new Workbench(acmeWith({ operations }))
  const file = await fileWith(`
openapi: 3.0.1
info: { version: 3.2.1 }
paths:
  /boxes: { get: { security: [{ personalAccessToken: [] }] } }
  /mine: { get: { security: [{ personalAccessToken: [] }] } }
  /free: { get: { operationId: get-free, security: [{ personalAccessToken: [] }] } }
  /new: { get: { operationId: get-new, security: [{ personalAccessToken: [] }] } }
`)
  const { decisions } = JSON.parse((await bench.bring(file, '--json')).printed)
  expect(decisions).toContainEqual({
    todo: expect.any(String),
    what: '1 operation needs a token, and the document knows no OAuth that would tell which',
    about: ['GET /free: it stays "auth: none"'],
    places: ['api/operations.yaml:13:3'],
  })
  expect(decisions).toContainEqual({
    todo: expect.any(String),
    what: '1 operation needs a token, the document knows no OAuth that would tell which, and "auth: pat" is a guess',
    about: ['GET /new'],
    places: ['api/operations.yaml:12:26'],
  })
  expect(bench.operations).toContain('  GET /new: { auth: pat, guessed: true, since: 3.2.1, id: get-new }\n')
  expect(bench.operations).toContain("  GET /boxes: { declared: 'box:read', since: 1.0.0, id: list-boxes }\n")
})

test('paths of one shape that need the same are one operation, without a word', async () => {
  const twin =
    "/v4/boxes/: { get: { operationId: boxes-again, security: [{ oauth: ['box:read'] }] } }, /boxes:"
  expect(await afterEdit('/boxes:', twin)).toMatchObject({ gone: [], come: [], decisions: [] })
})

test('paths of one shape that need different things are asked about, and what the spec says stays', async () => {
  const twin = "/v4beta/boxes: { get: { security: [{ oauth: ['box:write'] }] } }, /boxes:"
  const { come, decisions, about } = await afterEdit('/boxes:', twin)
  expect(come).toEqual([])
  expect(decisions).toEqual([
    '1 operation stands more than once in the document, and needs something else each time',
  ])
  expect(about).toEqual(['GET /v4beta/boxes (box:write) and GET /boxes (box:read): GET /boxes was taken'])
})

test('of new paths of one shape the first that says anything is taken, and asked about until there is a note', async () => {
  const twins = `
    '/new/{x}': { get: { operationId: new } },
    '/new/{y}': { get: { operationId: new, security: [{ oauth: ['box:write'] }] } },
    '/new/{z}': { get: { operationId: new, security: [{ oauth: ['box:read'] }] } }, /me:`
  const { come, about, bench } = await afterEdit('/me:', twins)
  const line = 'GET /new/{y}: { declared: box:write, since: 3.2.1, id: new }'
  expect(come.filter((text) => text.startsWith('GET'))).toEqual([line])
  expect(about).toEqual([
    'GET /new/{x} (nothing) and GET /new/{y} (box:write) and GET /new/{z} (box:read): GET /new/{y} was taken',
  ])
  const again = () => fileWith(document(same.replace('/me:', twins), { version: '3.2.1' }))
  const asked = async () => JSON.parse((await bench.bring(await again(), '--json')).printed).decisions
  expect(await asked()).toHaveLength(1)
  const answer = bench.operations.replace(line, line.replace(' }', ', note: Asked. }'))
  bench.disk.files.set(otherHouse.spec.operations, answer)
  expect(await asked()).toEqual([])
})

test('a guess that a document declares by now is none any more', async () => {
  const of = (access: string) => fileWith(document(`${same}, /new: { get: { operationId: n${access} } }`))
  const bench = new Workbench()
  await bench.bring(await of(''))
  expect(bench.operations).toContain('GET /new: { auth: none, guessed: true, since: 4.0.0, id: n }')
  const { printed } = await bench.bring(await of(', security: []'))
  expect(printed).toContain('  GET /new: no token, which was a guess\n')
  expect(printed).not.toContain('To decide')
  expect(bench.operations).toContain('GET /new: { auth: none, since: 4.0.0, id: n }')
})

test("a person's note beside a guess stays, and is asked about when the document declares something", async () => {
  const of = (access: string) => fileWith(document(`${same}, /new: { get: { operationId: n${access} } }`))
  const bench = new Workbench()
  await bench.bring(await of(''))
  const noted = bench.operations.replace('id: n }', 'id: n, note: Asked. }')
  bench.disk.files.set(otherHouse.spec.operations, noted)
  const { printed } = await bench.bring(await of(", security: [{ oauth: ['box:read'] }]"))
  expect(printed).toContain(`1 operation has a note, and another declaration than it was written for
       api/operations.yaml:12:35: GET /new: box:read
`)
  expect(bench.operations).toContain(
    'GET /new: { declared: box:read, guessed: note, since: 4.0.0, id: n, note: Asked. }',
  )
})
