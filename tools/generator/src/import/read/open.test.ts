import type { RequestListener } from 'node:http'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { Faults } from '../../report/fault.js'
import { fileWith } from '../file-with.fixture.js'
import { serve } from '../serve.fixture.js'
import { locate, maySendTo, nameOf } from './location.js'
import { open, Unreadable } from './open.js'
import { readOpenApi } from './read-openapi.js'

async function reasonOf(opened: Promise<unknown>): Promise<string> {
  const error: unknown = await opened.catch((reason: unknown) => reason)
  if (!(error instanceof Unreadable)) throw error
  return error.message
}

async function faultsOf(url: URL): Promise<string[]> {
  const error: unknown = await readOpenApi(url, '/').catch((reason: unknown) => reason)
  if (!(error instanceof Faults)) throw error
  return error.faults.map(({ place, wrong }) => `${place.line}:${place.column} ${wrong}`)
}

test('a document is read from where a server sends us, with the files that stand beside it there, each once', async () => {
  const asked: (string | undefined)[] = []
  const url = await serve(({ url: path }, answer) => {
    asked.push(path)
    if (path === '/openapi.yaml') answer.writeHead(302, { location: '/v4/openapi.yaml' }).end()
    else if (path === '/v4/openapi.yaml')
      answer.end(`openapi: 3.0.1
paths: { /a: { $ref: paths/a.yaml }, /b: { $ref: paths/a.yaml }, /c: { $ref: '#/x-c' } }
x-c: { get: {} }
`)
    else answer.end('get: {}\n')
  })
  const { operations } = await readOpenApi(new URL('openapi.yaml', url), '/')
  expect(operations.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
  expect(asked).toEqual(['/openapi.yaml', '/v4/openapi.yaml', '/v4/paths/a.yaml'])
})

test.each<[string, RequestListener, string]>([
  ['an error', (_, answer) => answer.writeHead(404).end(), 'the server answered 404'],
  [
    'a circle',
    (_, answer) => answer.writeHead(301, { location: '/openapi.yaml' }).end(),
    'the server sends us in circles',
  ],
  [
    'the way to a place without TLS',
    (_, answer) => answer.writeHead(301, { location: 'http://elsewhere.example/' }).end(),
    'the server sends us to an address that is not asked: without TLS, on this machine, or with a password',
  ],
  [
    'the way to an address with a password',
    (_, answer) => answer.writeHead(301, { location: 'https://user:secret@elsewhere.example/' }).end(),
    'the server sends us to an address that is not asked: without TLS, on this machine, or with a password',
  ],
])('a server that answers with %s is a fault', async (_, listener, expected) => {
  const url = await serve(listener)
  expect(await reasonOf(open(url, undefined, { bytes: 1000, patience: 30_000 }))).toBe(expected)
})

test('a server that answers nothing is not waited for without end', async () => {
  const url = await serve(() => {})
  expect(await reasonOf(open(url, undefined, { bytes: 1000, patience: 300 }))).toBe(
    'the server did not answer in time',
  )
})

test('what a document refers to is read from its own server, wherever that sends us', async () => {
  const other = await serve((_, answer) => answer.end('get: {}\n'))
  const url = await serve(({ url: path }, answer) => {
    if (path === '/a.yaml') answer.writeHead(302, { location: new URL('a.yaml', other).href }).end()
    else if (path === '/b.yaml') answer.writeHead(302, { location: 'http://[/' }).end()
    else if (path === '/v1/d.yaml') answer.end('get: {}\n')
    else
      answer.end(`openapi: 3.0.1
paths:
  /a: { $ref: a.yaml }
  /b: { $ref: b.yaml }
  /c: { $ref: '${new URL('c.yaml', other).href}' }
  /d: { $ref: v1/d.yaml }
  /e: { $ref: file:///etc/hosts }
  /f: { $ref: 'http://user:secret@${url.host}/v1/d.yaml' }
`)
  })
  const found = await faultsOf(url)
  expect(found.map((text) => text.replaceAll(/:\d{4,}/g, ':…'))).toEqual([
    '3:15 the reference "a.yaml" can\'t be read: the server sends us to another one',
    '4:15 the reference "b.yaml" can\'t be read: the server sends us to an address that is not asked: without TLS, on this machine, or with a password',
    '5:15 the reference "http://127.0.0.1:…/c.yaml" leads to another server',
    '7:15 the reference "file:///etc/hosts" leads to another server',
    '8:15 the reference "http://user:secret@127.0.0.1:…/v1/d.yaml" leads to another server',
  ])
})

test('a server elsewhere may not send us to this machine', () => {
  const [here, there] = [new URL('http://127.0.0.1:80/'), new URL('https://there.example/')]
  expect([maySendTo(there, here), maySendTo(there, there), maySendTo(here, here)]).toEqual([
    false,
    true,
    true,
  ])
})

test('more than there is room for is not read, from the net or the disk', async () => {
  const limits = { bytes: 1024 * 1024, patience: 5000 }
  const url = await serve((_, answer) => answer.end(Buffer.alloc(limits.bytes + 1)))
  expect(await reasonOf(open(url, undefined, limits))).toBe('it is larger than 1 MB')
  const file = await fileWith('x'.repeat(limits.bytes + 1))
  expect(await reasonOf(open(pathToFileURL(file), undefined, limits))).toBe('it is larger than 1 MB')
})

test.each([
  'http://elsewhere.example/a.yaml',
  'ftp://localhost/a.yaml',
  'https://',
  'file:///etc/passwd',
  'file://host/x',
  'file:///a%2fb',
])('%s is not asked', (word) => {
  expect(() => locate(word, '/')).toThrow(/not asked|no address/)
})

test('an address with a password is not asked, and the password is not told', () => {
  expect(() => locate('https://user:secret@a.example/a.yaml?token=secret', '/')).toThrow(
    /^https:\/\/a\.example\/a\.yaml is not asked/,
  )
})

test('an address is named without what is secret in it, a file by the way to it', () => {
  const url = new URL('https://user:secret@a.example/openapi.json?token=secret')
  expect(nameOf(url, '/')).toBe('https://a.example/openapi.json')
  expect(nameOf(locate('b/c.yaml', '/a'), '/a')).toBe('b/c.yaml')
  expect(nameOf(locate('/d/c.yaml', '/a'), '/a')).toBe('/d/c.yaml')
})
