import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { Faults } from '../../report/fault.js'
import { keyOf } from '../keys.js'
import { fileWith } from '../openapi-of.fixture.js'
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

test('a bracket whose next line is indented too little is read, as Linode wrote one for three years', async () => {
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
  ['no list', 'yes', 'nothing'],
  ['a list of no requirements', '[yes]', 'nothing'],
  ['what can be no scope', '[{ oauth: ["\\"a\\"", "b"] }]', 'b'],
])('requirements are read as OpenAPI means them: %s', async (_, security, expected) => {
  const file = await fileWith(`
openapi: 3.0.1
info: {}
paths: { /a: { get: { security: ${security} }, options: {}, parameters: [], x-y: {} } }
components: { securitySchemes: { oauth: { type: oauth2, flows: {} } } }
`)
  expect(await operationsOf(file)).toEqual([`GET /a: ${expected}`])
})

test('what stands beside a reference wins over what it leads to', async () => {
  const file = await fileWith(`
openapi: 3.1.0
paths: { /a: { $ref: '#/x-a', post: { security: [{ oauth: [b] }] } } }
x-a: { get: { security: [{ oauth: [a] }] }, post: { security: [{ oauth: [a] }] } }
`)
  expect(await operationsOf(file)).toEqual(['GET /a: a', 'POST /a: b'])
})

test('a bearer token is any token where the document knows no OAuth', async () => {
  const file = await fileWith(`
swagger: 2.0
info: { version: 4.10 }
paths: { /a: { get: { security: [{ bearer: [] }] } } }
`)
  expect(await operationsOf(file)).toEqual(['GET /a: any token'])
  expect((await read(file)).version).toBe('4.10')
})

test.each([
  ['a circle of references', 'split/circle.yaml', 'the reference "#/x-one" leads back to itself'],
  [
    'a reference to another kind of place',
    'split/elsewhere.yaml',
    'the reference "https://elsewhere.example/boxes.yaml" leads elsewhere',
  ],
  ['a missing file', 'none.yaml', "it can't be read: there is no such file"],
  ['a folder', 'split', "it can't be read: it is a folder"],
  ['no OpenAPI at all', 'split/schemes.yaml', 'this is no OpenAPI document'],
])('what can not be read is a fault: %s', async (_, name, expected) => {
  expect(await faultOf(fixture(name))).toBe(`1:1 ${expected}`)
})

test('a reference to nothing is a fault', async () => {
  const file = await fileWith("openapi: 3.0.1\npaths: { /a: { $ref: '#/x' } }\n")
  expect(await faultOf(file)).toBe('1:1 the reference "#/x" leads to nothing')
})

test('a syntax error is told with its place', async () => {
  expect(await faultOf(await fileWith('openapi: 3.0.1\npaths: { /a: [1, 2\nx: 1\n'))).toMatch(
    /^2:\d+ this bracket/,
  )
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
