// Which options a client is made with, and how a wrong one is told.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { ConfigurationError } from '../errors/errors.js'
import { shownOf } from '../errors/safe.fixture.js'
import { clientAnswered, clientSecret, fetchAnswering, json, tokenAnswer } from './client.fixture.js'
import { LinodeLoginClient } from './client.js'
import { type ClientOptions, resolveSettings } from './client-options.js'

test.each<[string, string, Partial<Record<keyof ClientOptions, unknown>>]>([
  ['B15', 'clientId', { clientId: '' }],
  ['B15', 'clientId', { clientId: 'a\nb' }],
  ['B15', 'clientId', { clientId: undefined }],
  ['B15', 'clientSecret', { clientSecret: '' }],
  ['B15', 'clientSecret', { clientSecret: 's3cr3t\n' }],
  ['B15', 'clientSecret', { clientSecret: 's3cr3t\u0000' }],
  ['B15', 'clientSecret', { clientSecret: 's3cr3té' }],
  ['B15', 'clientSecret', { clientSecret: null }],
  ['C1', 'redirectUri', { redirectUri: 'https://app.example/#x' }],
  ['a relative', 'redirectUri', { redirectUri: '/callback' }],
  ['B6', 'baseUrl', { baseUrl: 'https://login.linode.com/?x' }],
  ['B15', 'baseUrl', { baseUrl: '' }],
  ['no', 'timeout', { timeout: 0 }],
  ['a negative', 'timeout', { timeout: -1 }],
  ['no number as', 'timeout', { timeout: Number.NaN }],
  ['an endless', 'timeout', { timeout: Number.POSITIVE_INFINITY }],
  ['too long a', 'timeout', { timeout: 2 ** 31 }],
  ['a text as', 'timeout', { timeout: '30' }],
  ['C4', 'headers', { headers: { Authorization: 'Basic eA==' } }],
  ['C4', 'headers', { headers: { 'proxy-authorization': 'x' } }],
  ['cookies in', 'headers', { headers: { Cookie: 'a=b' } }],
  ['a bad name in', 'headers', { headers: { 'a b': 'x' } }],
  ['no record as', 'headers', { headers: 'user-agent: x' }],
  ['a Headers as', 'headers', { headers: new Headers({ 'x-note': 'a' }) }],
  ['a null as', 'headers', { headers: null }],
  ['no function as', 'fetch', { fetch: {} }],
  ['no clock as', 'clock', { clock: { now: () => 0 } }],
  ['no source of', 'random', { random: 4 }],
  ['a bad', 'issuer', { issuer: 'login.linode.com' }],
  ['a fragment in the', 'issuer', { issuer: 'https://login.linode.com/#x' }],
  ['B15', 'headers[x-note]', { headers: { 'X-Note': 'a\r\nb: c' } }],
])('%s %s is refused: %j', (_ids, option, wrong) => {
  const error = (() => {
    try {
      // As a caller without types may.
      return Reflect.construct(LinodeLoginClient, [{ clientId: 'c11e47', ...wrong }])
    } catch (thrown) {
      return thrown
    }
  })()
  expect(ConfigurationError.is(error) && error).toMatchObject({
    code: 'option_invalid',
    option,
    operation: 'configure',
  })
  expect(shownOf(error)).not.toContain('s3cr3t')
})

test('a header that is not the app’s to set is named', () => {
  const build = () =>
    new LinodeLoginClient({ clientId: 'c', headers: { Accept: '*/*', Authorization: 'Basic eA==' } })
  expect(build).toThrow('headers: expected no authorization, on which the client decides itself')
})

test.each([
  ['clientID', 'clientId'],
  ['client_id', 'clientId'],
  ['CLIENT_SECRET', 'clientSecret'],
  ['clientSecert', 'clientSecret'],
  ['redirectURL', 'redirectUri'],
  ['base-url', 'baseUrl'],
  ['timeoutMs', 'timeout'],
  ['caPath', undefined],
  ['scopes', undefined],
])('an option %s is told not to be one, and which was meant', (name, meant) => {
  const build = () => new LinodeLoginClient({ clientId: 'c', ...{ [name]: 's3cr3t' } })
  const all = '; there are clientId, clientSecret, redirectUri, baseUrl, issuer, timeout,'
  const said = meant === undefined ? all : `: did you mean ${meant}?`
  expect(build).toThrow(`there is no option ${name}${said}`)
  expect(build).toThrow(ConfigurationError)
  expect(build).not.toThrow('s3cr3t')
})

test('a runtime’s own options are known', () => {
  const settings = resolveSettings({ clientId: 'c', ...{ caPath: 'x' } }, { optionNames: ['caPath'] })
  expect(settings.clientId).toBe('c')
})

test.each([undefined, null, 'c11e47', () => {}])('no options at all are told: %o', (options) => {
  expect(() => Reflect.construct(LinodeLoginClient, [options])).toThrow(
    'options: expected an object such as { clientId: … }',
  )
})

test('B15 an empty secret is a mistake and never makes a public client', () => {
  expect(() => new LinodeLoginClient({ clientId: 'c', clientSecret: '' })).toThrow(
    'clientSecret: expected printable ASCII',
  )
})

test('B10 a client’s settings are fixed when it is made', async () => {
  const options = { clientId: 'c11e47', baseUrl: 'https://login.example', headers: { 'x-note': 'a' } }
  const { client, sent } = clientAnswered([json(tokenAnswer)], options)
  options.baseUrl = 'https://evil.example'
  options.headers['x-note'] = 'b'
  await client.finishOAuth('c0de')
  expect(sent[0]?.url).toBe('https://login.example/oauth/token')
  expect(sent[0]?.headers.get('x-note')).toBe('a')
  expect(client.generateLoginUrl()).toMatch(/^https:\/\/login\.example\/oauth\/authorize\?/)
})

test('undefined is the same as left out', () => {
  const left = resolveSettings({ clientId: 'c' }, {})
  const said = resolveSettings(
    {
      clientId: 'c',
      clientSecret: undefined,
      redirectUri: undefined,
      baseUrl: undefined,
      timeout: undefined,
      headers: undefined,
    },
    {},
  )
  expect(said).toMatchObject({
    ...left,
    fetch: expect.any(Function),
    notSent: expect.any(Function),
    random: expect.any(Function),
  })
  expect(left).toMatchObject({
    baseUrl: 'https://login.linode.com',
    timeout: 30_000,
    headers: {},
    clientSecret: undefined,
  })
})

test('options win over what the runtime brings', () => {
  const settings = resolveSettings(
    { clientId: 'c', headers: { 'user-agent': 'app/1' } },
    { headers: { 'User-Agent': 'linode-login/0', Accept: 'application/json' }, notSent: () => true },
  )
  expect(settings.headers).toEqual({ 'user-agent': 'app/1', accept: 'application/json' })
  expect(settings.notSent(new Error('x'))).toBe(true)
})

test('C17 no inspection of a client shows its secret', () => {
  const client = new LinodeLoginClient({ clientId: 'c', clientSecret })
  expect(shownOf(client)).not.toContain(clientSecret)
  expect(inspect(client, { showHidden: true, getters: true })).not.toContain(clientSecret)
})

/** Runs the work while every object seems to have a property that nobody gave it. */
async function withInherited<T>(name: string, value: unknown, work: () => T): Promise<Awaited<T>> {
  Object.defineProperty(Object.prototype, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  })
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(Object.prototype, name)
  }
}

test.each<[string, unknown]>([
  ['baseUrl', 'https://evil.example'],
  ['redirectUri', 'https://evil.example'],
  ['issuer', 'https://evil.example'],
  ['clientSecret', 'evil'],
  ['timeout', 'evil'],
  ['headers', { 'x-evil': 'evil' }],
  ['fetch', () => expect.fail('an inherited fetch was called')],
  ['random', () => expect.fail('an inherited source of chance was asked')],
  ['clock', 'evil'],
  ['notSent', () => expect.fail('an inherited judge was asked')],
])('Y2 C17 an option %s that was not given, but is inherited, is none', async (name, value) => {
  const { fetch } = fetchAnswering(() => Promise.reject(new TypeError('lost')))
  const globalFetch = globalThis.fetch
  globalThis.fetch = fetch
  const settings = await withInherited(name, value, async () => {
    const settings = resolveSettings({ clientId: 'c' }, {})
    expect(settings.notSent(new Error('x'))).toBe(false)
    expect(settings.random(4)).toHaveLength(4)
    await expect(settings.fetch('https://login.example')).rejects.toThrow('lost')
    return settings
  }).finally(() => {
    globalThis.fetch = globalFetch
  })
  expect(settings.headers).toEqual({})
  expect(settings).toMatchObject({
    baseUrl: 'https://login.linode.com',
    redirectUri: undefined,
    issuer: undefined,
    clientSecret: undefined,
    timeout: 30_000,
  })
})

test('Y2 what a call or its request was not given is not inherited', async () => {
  const { client, sent } = clientAnswered([json(tokenAnswer)])
  const evil = { dispatcher: 'evil', keepalive: 'evil', signal: 'evil', codeVerifier: 'evil', legacy: 'evil' }
  const redirectUri = 'https://evil.example'
  const url = await withInherited('redirectUri', redirectUri, () => client.generateLoginUrl())
  expect(url).not.toContain('evil')
  for (const [name, value] of Object.entries(evil)) {
    await withInherited(name, value, () => client.finishOAuth('c0de'))
    await withInherited(name, value, () => client.expireToken('t0ken'))
  }
  expect(sent.map(({ form }) => form.toString()).join()).not.toContain('evil')
  expect(new Set(sent.map(({ url }) => new URL(url).pathname))).toEqual(
    new Set(['/oauth/token', '/oauth/revoke']),
  )
  const inits = sent.map(({ init }) => Object.getPrototypeOf(init))
  expect(new Set(inits)).toEqual(new Set([null]))
})
