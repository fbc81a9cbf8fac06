import { expect, test } from 'vitest'
import { cleanText, redactCause } from './redact.js'
import { shownOf } from './safe.fixture.js'

const secret = 'p@ss w"ord/+'

test.each([
  ['as it is', secret],
  ['in a form', new URLSearchParams([['', secret]]).toString().slice(1)],
  ['percent-encoded', encodeURIComponent(secret)],
  ['in JSON', JSON.stringify(secret)],
])('A21 a known secret is hidden %s', (_how, spelt) => {
  expect(cleanText(`bad secret: ${spelt}!`, [secret])).toMatch(/^bad secret: "?\[hidden\]"?!$/)
})

test.each([
  ['a long word with digits', `no such token ${'0af1'.repeat(16)}`, 'no such token [hidden]'],
  ['a parameter', 'body was code=ab12&state=x', 'body was code=[hidden]&state=[hidden]'],
  ['a member of JSON', '{"access_token":"abc","x":1}', '{"access_token":"[hidden]","x":1}'],
  [
    'a member cut short',
    'in JSON at position 3: "refresh_token": "ab',
    'in JSON at position 3: "refresh_token": "[hidden]',
  ],
  ['a printed object', "{ access_token: 'abc' }", "{ access_token: '[hidden]' }"],
  ['a header', 'Authorization: Bearer abc', 'Authorization: Bearer [hidden]'],
])('C17 what looks like a secret is hidden: %s', (_what, text, shown) => {
  expect(cleanText(text)).toBe(shown)
})

test.each([
  'getaddrinfo ENOTFOUND login.some-internal-host.example',
  'connect ECONNREFUSED 127.0.0.1:8443',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'The user said no. See the state of your account, and the code: 5.',
])('what helps to find a fault stays: %s', (text) => {
  expect(cleanText(text)).toBe(text)
})

test('A22 a text is one short line without control characters', () => {
  expect(cleanText('\u001b[31mred\u001b[0m\r\n2026-01-01 admin logged in\u2028x\u202ey\u0000\u009b')).toBe(
    '[31mred [0m 2026-01-01 admin logged in x y',
  )
  expect(cleanText('ab '.repeat(50_000)).length).toBeLessThanOrEqual(300)
  expect(cleanText(`${'-'.repeat(299)}😀`)).toBe('-'.repeat(299))
})

test.each(['a', '1a', '\u001b', ' ', 'token', 'token=', 'code="', 'authorization: a ', '"'])(
  'A22 256 KiB of %j are cleaned in no time',
  (piece) => {
    const start = performance.now()
    cleanText(piece.repeat((256 * 1024) / piece.length), [secret, 'a'])
    expect(performance.now() - start).toBeLessThan(1000)
  },
)

test('C17 a cause is a copy that shows no secret, at any depth', () => {
  const inner = Object.assign(new TypeError(`sent ${secret}`), { code: 'ECONNRESET', body: secret })
  const many = new AggregateError([new Error(`one ${secret}`), inner], `all ${secret}`)
  const outer = Object.assign(new Error(`failed: ${secret}`, { cause: many }), { config: { data: secret } })
  const copy = redactCause(outer, [secret])
  expect(shownOf(copy)).not.toContain(secret)
  expect(copy).toMatchObject({
    message: 'failed: [hidden]',
    cause: { errors: [{}, { name: 'TypeError', code: 'ECONNRESET' }] },
  })
})

test('C17 the stack of a cause keeps its frames and loses its message', () => {
  const copy = redactCause(new Error(`over\nseveral lines ${secret}`), [secret])
  expect(copy).toBeInstanceOf(Error)
  expect(copy instanceof Error && copy.stack).toMatch(
    /^Error: over several lines \[hidden\]\n {4}at .*redact\.test/,
  )
})

test('C17 a SyntaxError of JSON.parse, which quotes the text, loses its message', () => {
  const error = (() => {
    try {
      return JSON.parse('{"access_token": abc}')
    } catch (thrown) {
      return thrown
    }
  })()
  expect(String(error)).toContain('abc')
  expect(shownOf(redactCause(error))).not.toContain('abc')
})

test('whatever is thrown, a cause can be made of it', () => {
  const hostile = new Proxy({}, { get: () => expect.fail('not to be seen'), has: () => true })
  const loop = new Error('round')
  loop.cause = loop
  expect(redactCause('a text')).toBe('a text')
  expect(redactCause(7)).toBeUndefined()
  expect(redactCause(undefined)).toBeUndefined()
  expect(redactCause(null)).toBeUndefined()
  expect(redactCause({ message: 5 })).toMatchObject({ message: '5' })
  expect(shownOf(redactCause(hostile))).not.toContain('not to be seen')
  expect(shownOf(redactCause(loop)).length).toBeLessThan(200_000)
})
