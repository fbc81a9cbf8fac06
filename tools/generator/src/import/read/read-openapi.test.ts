import { once } from 'node:events'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { Faults } from '../../report/fault.js'
import { fileWith } from '../file-with.fixture.js'
import { keyOf } from '../keys.js'
import { inWords } from '../plan/access.js'
import { fixture } from '../workbench.fixture.js'
import { readOpenApi } from './read-openapi.js'

async function read(file: string) {
  return readOpenApi(pathToFileURL(file), '/')
}

async function operationsOf(file: string): Promise<string[]> {
  const { operations } = await read(file)
  return operations.map(({ method, path, access }) =>
    `${keyOf(method, path, false)}: ${inWords(access)}`.replace(/\{\w+\}/g, '{}'),
  )
}

async function faultOf(file: string): Promise<string> {
  const error: unknown = await read(file).catch((reason: unknown) => reason)
  if (!(error instanceof Faults)) throw error
  return error.faults.map(({ place, wrong }) => `${place.line}:${place.column} ${wrong}`).join('\n')
}

const boxes = [
  'GET /boxes: box:read',
  'POST /boxes: box:write and gift_card:write',
  'GET /boxes/{}: box:read',
  'DELETE /boxes/{}: any token',
  'GET /mine: a personal access token only',
]

test.each([
  ['per-operation.yaml', 'nothing'],
  ['versioned-paths.json', 'nothing'],
  ['swagger-2.yaml', 'nothing'],
  ['split/openapi.yaml', 'nothing'],
  ['global-security.yaml', 'no token'],
])('a document of any shape says the same: %s', async (name, open) => {
  expect(await operationsOf(fixture(name))).toEqual([...boxes, `GET /open: ${open}`])
  const { listed, version, title } = await read(fixture(name))
  expect([...listed.keys()]).toEqual(['box:read', 'box:write', 'gift_card:write'])
  expect([title, version]).toEqual(['Boxes', '4.10.0'])
})

test('a bracket whose next line is indented too little is read, as one provider wrote one for three years', async () => {
  const text = await readFile(fixture('per-operation.yaml'), 'utf8')
  const spoilt = text.replace(
    /example: .*/,
    "example: {'boxes':\n              'https://boxes.acme.example'}",
  )
  expect(spoilt).not.toBe(text)
  expect(await operationsOf(await fileWith(spoilt))).toEqual(
    await operationsOf(fixture('per-operation.yaml')),
  )
})

test('where each scope has a scheme, naming the scheme is naming the scope', async () => {
  const found = await operationsOf(fixture('scheme-per-scope.yaml'))
  expect(new Set(found)).toEqual(new Set([...boxes, 'GET /open: nothing']))
})

test.each([
  ['any of several sets', '[{ oauth: [a] }, { oauth: [b, c] }, { oauth: [a] }]', 'a, or b and c'],
  ['several in one text', "[{ oauth: ['a b,c'] }]", 'a and b and c'],
  ['nothing needed in one of them', '[{ oauth: [a] }, {}]', 'no token'],
  ['no scope needed in one of them', '[{ oauth: [a] }, { oauth: [] }]', 'any token'],
  ['a scheme that is misspelt', '[{ personlAccessToken: [] }, { oauth: [a] }]', 'a'],
  ['a scheme that is not declared', '[{ who: [] }]', 'IT:4:36: "who" is no security scheme of the document'],
  [
    'a scheme that is not declared and names scopes, whatever stands beside it',
    '[{ oauth: [a] }, {}, { oauth: [a], oauht: [b] }]',
    'IT:4:68: "oauht" is no security scheme of the document',
  ],
  ['no list', 'yes', 'IT:4:33: "security" is no list'],
  ['a mapping', '{ oauth: [a] }', 'IT:4:23: "security" is no list'],
  ['nothing after the colon', '', 'IT:4:34: "security" is no list'],
  ['a requirement of another kind', '[{ oauth: [a] }, yes]', 'IT:4:50: this requirement is no mapping'],
  ['a text in place of a list', '[{ oauth: a }]', 'IT:4:43: "oauth" has no list of scopes'],
  ['no scopes at all', '[{ pat: [] }, { oauth: }]', 'IT:4:56: "oauth" has no list of scopes'],
  ['what can be no scope', '[{ oauth: ["\\"a\\"", "b"] }]', 'IT:4:44: this can be no scope'],
  ['an empty scope', "[{ oauth: [''] }]", 'IT:4:44: this can be no scope'],
  ['a list within a list', '[{ oauth: [[a], b] }]', 'IT:4:44: this can be no scope'],
])('requirements are read as OpenAPI means them: %s', async (_, security, expected) => {
  const file = await fileWith(`
openapi: 3.0.1
info: {}
paths: { /a: { get: { security: ${security} }, options: {}, parameters: [], x-y: {} } }
components: { securitySchemes: { oauth: { type: oauth2, flows: {} } } }
`)
  const [found] = await operationsOf(file)
  expect(found?.replace(file.slice(1), 'IT')).toBe(`GET /a: ${expected}`)
})

test('what stands beside a reference wins over what it leads to', async () => {
  const file = await fileWith(`
openapi: 3.1.0
paths: { /a: { $ref: '#/x-a', post: { security: [{ oauth: [b] }] } } }
x-a: { get: { security: [{ oauth: [a] }] }, post: { security: [{ oauth: [a] }] } }
`)
  expect(await operationsOf(file)).toEqual(['GET /a: a', 'POST /a: b'])
})

test.each([
  ['asked for before it is listed', 'per-operation.yaml', 'box:read', 'per-operation.yaml:18:15'],
  ['in JSON', 'versioned-paths.json', 'box:read', 'versioned-paths.json:9:65'],
  ['listed only', 'scheme-per-scope.yaml', 'box:read', 'scheme-per-scope.yaml:24:77'],
  ['of Swagger 2', 'swagger-2.yaml', 'gift_card:write', 'swagger-2.yaml:9:87'],
  ['in another file', 'split/openapi.yaml', 'box:write', 'split/paths/boxes.yaml:3:79'],
  ['of the whole document', 'global-security.yaml', 'box:read', 'global-security.yaml:4:23'],
  ['named nowhere', 'swagger-2.yaml', 'see', undefined],
])('the place of a scope is known: %s', async (_, name, scope, place) => {
  const { placeOf } = await read(fixture(name))
  expect(placeOf(scope)).toBe(place && fixture(place).slice(1))
})

test('a token is of some kind where the document knows no OAuth, and personal where any requirement does', async () => {
  const paths = '/a: { get: { security: [{ personalAccessToken: [] }] } }'
  const alone = await fileWith(`{ swagger: 2.0, info: { version: 4.10 }, paths: { ${paths} } }`)
  expect(await operationsOf(alone)).toEqual(['GET /a: a token of some kind'])
  expect((await read(alone)).version).toBe('4.10')
  const beside = '/b: { get: { security: [{ personalAccessToken: [] }, { oauth: [] }] } }'
  expect(await operationsOf(await fileWith(`{ openapi: 3.0.1, paths: { ${paths}, ${beside} } }`))).toEqual([
    'GET /a: a personal access token only',
    'GET /b: any token',
  ])
})

test('what is no operation, or no path, is not passed over', async () => {
  const file = await fileWith(
    'openapi: 3.0.1\npaths: { /a: { get: yes, post: }, b: { get: {} }, x-c: { get: {} } }\n',
  )
  const { operations } = await read(file)
  const why = (column: number) => `${file.slice(1)}:2:${column}: this operation is no mapping`
  expect(operations).toEqual([
    { method: 'GET', path: '/a', id: undefined, access: { auth: 'unreadable', why: why(21) } },
    { method: 'POST', path: '/a', id: undefined, access: { auth: 'unreadable', why: why(32) } },
    { method: 'GET', path: 'b', id: undefined, access: { auth: 'unsaid' } },
  ])
})

test('a path that is no mapping is a fault', async () => {
  const file = await fileWith('openapi: 3.0.1\npaths: { /a: [get], /b: yes, /c: , /d: {} }\n')
  expect(await faultOf(file)).toBe('2:10 this path is no mapping\n2:25 this path is no mapping')
})

test('every wrong reference is told where it stands', async () => {
  const file = await fileWith(`openapi: 3.0.1
paths:
  /a: { $ref: '#/x-none' }
  /b: { $ref: none.yaml }
  /c: { $ref: ../other/openapi.yaml }
  /d: { $ref: /etc/hosts }
  /e: { get: { $ref: 'https://elsewhere.example/boxes.yaml' } }
  /f: { $ref: 'a%2F..%2F..%2Fopenapi.yaml' }
  /g: { $ref: '#/%zz' }
  /h: { $ref: '#anchor' }
  /i: { $ref: '#/x-one' }
  /j: { $ref: '#/x-list/1e0' }
  /k: { $ref: 'openapi.yaml/x' }
  /l: { $ref: '#/x-list/0' }
  /m: { $ref: [1] }
x-one: { $ref: '#/x-two' }
x-two: { $ref: '#/x-one' }
x-list: [{}, {}]
`)
  expect((await faultOf(file)).split('\n')).toEqual([
    '3:15 the reference "#/x-none" leads to nothing',
    '4:15 the reference "none.yaml" can\'t be read: there is no such file',
    '5:15 the reference "../other/openapi.yaml" leads out of the document\'s folder',
    '6:15 the reference "/etc/hosts" leads out of the document\'s folder',
    '7:22 the reference "https://elsewhere.example/boxes.yaml" leads out of the document\'s folder',
    '8:15 the reference "a%2F..%2F..%2Fopenapi.yaml" leads out of the document\'s folder',
    '9:15 the reference "#/%zz" is no JSON pointer',
    '10:15 the reference "#anchor" is no JSON pointer',
    '12:15 the reference "#/x-list/1e0" leads to nothing',
    '13:15 the reference "openapi.yaml/x" can\'t be read: there is no such file',
    '15:9 the reference is no text',
    '17:16 the reference "#/x-one" leads back to itself',
  ])
})

test('a file that can not be read is told once, with how many references lead there', async () => {
  const file = await fileWith(`openapi: 3.0.1
paths:
  /a: { $ref: none.yaml }
  /b: { $ref: 'none.yaml#/b' }
  /c: { get: { $ref: './none.yaml#/c' } }
  /d: { $ref: two.yaml }
  /e: { $ref: two.yaml }
  /f: { $ref: one.yaml }
`)
  expect((await faultOf(file)).split('\n')).toEqual([
    '3:15 the reference "none.yaml" can\'t be read: there is no such file; 2 more references lead there',
    '6:15 the reference "two.yaml" can\'t be read: there is no such file; 1 more reference leads there',
    '8:15 the reference "one.yaml" can\'t be read: there is no such file',
  ])
})

test.skipIf(process.platform === 'win32')('what is no file, and may never end, is not read', async () => {
  const file = await fileWith('openapi: 3.0.1\npaths: { /a: { $ref: socket.yaml } }\n')
  const server = createServer().listen(join(dirname(file), 'socket.yaml'))
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  expect(await faultOf(file)).toBe('2:22 the reference "socket.yaml" can\'t be read: it is no file')
})

test('a link within the folder may not lead out of it', async () => {
  const outside = await fileWith('get: {}\n', 'secret.yaml')
  const file = await fileWith('openapi: 3.0.1\npaths: { /a: { $ref: inside.yaml } }\n')
  await symlink(outside, join(dirname(file), 'inside.yaml'))
  expect(await faultOf(file)).toBe(
    '2:22 the reference "inside.yaml" can\'t be read: a link leads out of the document\'s folder',
  )
})

test('a reference beside keys that win over it is meant from where it stands', async () => {
  const file = await fileWith(`openapi: 3.1.0
paths: { /a: { $ref: parts/a.yaml, post: { $ref: '#/x-post' } } }
x-post: { security: [{ oauth: [b] }] }
`)
  await mkdir(join(dirname(file), 'parts'))
  await writeFile(join(dirname(file), 'parts/a.yaml'), 'get: { security: [{ oauth: [a] }] }\npost: {}\n')
  expect(await operationsOf(file)).toEqual(['GET /a: a', 'POST /a: b'])
})

test('a step of a reference may pass what an earlier step passed', async () => {
  const file = await fileWith(`openapi: 3.0.1
paths: { /a: { $ref: '#/x-all/a' } }
x-all: { $ref: '#/x-other' }
x-other: { a: { $ref: '#/x-all/b' }, b: { get: { security: [] } } }
`)
  expect(await operationsOf(file)).toEqual(['GET /a: no token'])
})

test.each([
  ['a circle of references', 'split/circle.yaml', '6:16 the reference "#/x-one" leads back to itself'],
  [
    'a reference to another kind of place',
    'split/elsewhere.yaml',
    '4:19 the reference "https://elsewhere.example/boxes.yaml" leads out of the document\'s folder',
  ],
  ['a missing file', 'none.yaml', "1:1 it can't be read: there is no such file"],
  ['a folder', 'split', "1:1 it can't be read: it is a folder"],
  ['no OpenAPI at all', 'split/schemes.yaml', '1:1 this is no OpenAPI document'],
])('what can not be read is a fault: %s', async (_, name, expected) => {
  expect(await faultOf(fixture(name))).toBe(expected)
})

test.each([
  ['nothing', '', 'the file is empty'],
  ['remarks alone', '\ufeff\n # To come.\r\n\n', 'the file is empty'],
  ['a page', '\ufeff <!DOCTYPE html><html>\n', 'this is a page of HTML or XML, not a document'],
  [
    'two sides of a merge',
    '<<<<<<< HEAD\nopenapi: 3.0.1\n=======\n>>>>>>> main\n',
    'a merge left both sides here',
  ],
  ['a list', '[1, 2]', 'this is no OpenAPI document'],
  ['paths that are a list', '{ "openapi": "3.0.1", "paths": [] }', 'this is no OpenAPI document'],
])('what is no document is a fault: %s', async (_, text, expected) => {
  expect(await faultOf(await fileWith(text))).toBe(`1:1 ${expected}`)
})

test('names that JavaScript gives a meaning are names like others', async () => {
  const file = await fileWith(`{
  "openapi": "3.0.1",
  "__proto__": { "security": [] },
  "paths": { "/__proto__": { "get": { "security": [{ "__proto__": ["__proto__:read", "constructor"] }] } } }
}`)
  expect(await operationsOf(file)).toEqual(['GET /__proto__: __proto__:read and constructor'])
  const yaml = await fileWith(`\ufeffopenapi: 3.0.1
paths: &paths
  /a: { get: &get { security: &list [{ constructor: [a] }] }, post: *get, put: { <<: *get } }
  /b: *paths
  /c: { get: { security: &self [*self] } }
`)
  expect(await operationsOf(yaml)).toEqual([
    'GET /a: a',
    'POST /a: a',
    'PUT /a: a',
    `GET /c: ${yaml.slice(1)}:5:33: this requirement is no mapping`,
  ])
})

test('a syntax error is told with its place', async () => {
  expect(await faultOf(await fileWith('openapi: 3.0.1\npaths: { /a: [1, 2\nx: 1\n'))).toMatch(
    /^2:\d+ this bracket/,
  )
})

test.each([
  [
    'JSON',
    '{ "openapi": "3.0.1", "paths": { "/a": { "get": {} }, "/b": {}, "\\u002fa": { "put": {} } } }',
    '1:65',
  ],
  ['YAML', 'openapi: 3.0.1\npaths:\n  /a: { get: {} }\n  /b: {}\n  "/a": { put: {} }\n', '5:3'],
])('what stands under a key that stands twice is not taken for gone: %s', async (_, text, place) => {
  expect(await faultOf(await fileWith(text))).toBe(`${place} the key "/a" stands twice`)
})

test('of two documents in one file neither is taken for the whole', async () => {
  const two = 'openapi: 3.0.1\npaths: {}\n---\nopenapi: 3.0.1\npaths: {}\n'
  expect(await faultOf(await fileWith(two))).toBe('3:1 a second document begins here')
})

test('aliases that stand for more than memory holds are a fault', async () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
  for (let level = 1; level < 9; level += 1) {
    const aliases = Array(9).fill(`*a${level - 1}`)
    bomb.push(`a${level}: &a${level} [${aliases.join(',')}]`)
  }
  expect(await faultOf(await fileWith(bomb.join('\n')))).toBe(
    '1:1 aliases stand for more values than can be held',
  )
})

test('brackets that are never closed are a fault, however many', async () => {
  expect(await faultOf(await fileWith(`a: ${'['.repeat(5000)}`))).toMatch(/nested too deeply|never closed/)
})
