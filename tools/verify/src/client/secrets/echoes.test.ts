// A server that says the client's own secrets back. None of them shows in the error, wherever they stood.
import { MemoryPendingLogins, ServerError } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { answer, json, raw } from '../answers/answers.fixture.js'
import { type Answering, startServer } from '../hostile-server.fixture.js'
import { allCalls, calls, clientOf, redirectUri, refusal } from '../refusal.fixture.js'
import { rejection, safe, shownOf } from './safety.fixture.js'
import { code, secrets } from './secrets.fixture.js'

const status = 400

/** Answers with something made of the form that came, secrets and all. */
function echo(make: (body: string, form: URLSearchParams) => Answering): Answering {
  return (response, request) => make(request.body, request.form)(response, request)
}

function page(text: string): Answering {
  return answer(text, { status, headers: { 'Content-Type': 'text/html' } })
}

const echoes: readonly [string, Answering][] = [
  ['the description', echo((body) => json({ error: 'x', error_description: body }, { status }))],
  [
    'the description, value by value',
    json({ error: 'x', error_description: Object.values(secrets).join(' ') }, { status }),
  ],
  ['the error itself', echo((body) => json({ error: body }, { status }))],
  ['its URI', echo((body) => json({ error: 'x', error_uri: `https://x/?${body}` }, { status }))],
  ['a reason', echo((body) => json({ errors: [{ reason: body }] }, { status }))],
  ['a field', echo((body) => json({ errors: [{ reason: 'x', field: body }] }, { status }))],
  ['a list of reasons', json({ errors: Object.values(secrets).map((reason) => ({ reason })) }, { status })],
  ['a page', echo((body) => page(`<p>${body}`))],
  ...Object.entries(secrets).map(([name, secret]): [string, Answering] => [
    `the reference number of a page: the ${name}`,
    page(`Reference #${secret}`),
  ]),
  ['a header', echo((body) => json({}, { status, headers: { 'Retry-After': body } }))],
  ['the content type', echo((body) => json({}, { status, headers: { 'Content-Type': body } }))],
  ['the reason phrase', echo((body) => raw(`HTTP/1.1 400 ${body}\r\nContent-Length: 0\r\n\r\n`))],
  ['a redirect', echo((body) => answer(body, { status: 302, headers: { Location: `/?${body}` } }))],
  ['an answer that is not HTTP', echo((body) => raw(`${body}\r\n\r\n`))],
]

describe.each(allCalls)('%s', (call) => {
  test.each(echoes)('A21 C17 in %s', async (_, answering) => {
    await using server = await startServer(answering)
    safe(await rejection(calls[call](clientOf(server))))
    expect(server.received).toHaveLength(1)
  })
})

test.each(echoes)('A21 C17 to completeLogin, in %s', async (_, answering) => {
  await using server = await startServer(answering)
  const client = clientOf(server)
  const pending = new MemoryPendingLogins()
  const { state } = await client.beginLogin({ pending })
  const { codeVerifier = '' } = pending.get(state) ?? {}
  const work = client.completeLogin(`${redirectUri}?${new URLSearchParams({ code, state })}`, { pending })
  safe(await rejection(work), { ...secrets, state, codeVerifier })
  expect(server.received.map(({ form }) => form.get('code_verifier'))).toEqual([codeVerifier])
})

const inHex = (text: string): string[] => Array.from(text, (one) => one.charCodeAt(0).toString(16))
const spellings: readonly [string, (secret: string) => string][] = [
  ['percent-encoded, lower case', (secret) => `%${inHex(secret).join('%')}`],
  ['percent-encoded, upper case', (secret) => `%${inHex(secret).join('%').toUpperCase()}`],
  ['percent-encoded twice', (secret) => `%25${inHex(secret).join('%25')}`],
  ['in HTML', (secret) => `&#x${inHex(secret).join(';&#x')};`],
  ['in decimal HTML', (secret) => Array.from(secret, (one) => `&#${one.charCodeAt(0)};`).join('')],
  ['in JSON', (secret) => `\\u00${inHex(secret).join('\\u00')}`],
  ['in upper case', (secret) => secret.toUpperCase()],
  ['in lower case', (secret) => secret.toLowerCase()],
  ['with U+200B inside', (secret) => [...secret].join('\u200b')],
  ['with NUL inside', (secret) => [...secret].join('\0')],
  ['with U+200B inside, percent-encoded', (secret) => [...secret].join('%E2%80%8b')],
  ['with line breaks inside', (secret) => [...secret].join('\r\n')],
]

/** Only its letters and digits, in lower case, as a reader would put it together. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

test.each(spellings)('A21 C17 in a description, the client secret %s', async (_, spell) => {
  const clientSecret = 'Pass+Word/For-The&Moon="x".~_'
  const spelt = spell(clientSecret)
  await using server = await startServer(
    json({ error: 'invalid_client', error_description: `bad secret: ${spelt}` }, { status: 401 }),
  )
  const error = await refusal(server, ServerError, 'invalid_client', { clientSecret })
  safe(error, { clientSecret, spelt })
  expect(error.description).toBe('bad secret: [hidden]')
})

test.each(spellings)(
  'A21 C17 in the error of a fetch and behind it, the client secret %s',
  async (_, spell) => {
    const clientSecret = 'Pass+Word/For-The&Moon="x".~_'
    const spelt = spell(clientSecret)
    const inner = Object.assign(new Error(`inner ${spelt}`), { code: spelt })
    const outer = new TypeError(`outer ${spelt}`, {
      cause: new AggregateError([inner], spelt, { cause: inner }),
    })
    const fetch = () => Promise.reject(outer)
    const client = clientOf({ url: 'https://login.example' }, { clientSecret, fetch })
    const error = safe(await rejection(calls.refresh(client)), { clientSecret, spelt })
    expect(letters(shownOf(error))).not.toContain(letters(clientSecret).slice(0, 12))
    expect(error.cause).toMatchObject({ message: 'outer [hidden]' })
  },
)

test('A21 in a description, a secret of an unusual kind', async () => {
  const clientSecret = 'p&ss w=rd "to" the/moon\\%'
  const spellings = [clientSecret, encodeURIComponent(clientSecret), JSON.stringify(clientSecret)].join('|')
  await using server = await startServer(
    echo((body) => json({ error: 'invalid_client', error_description: `${spellings}|${body}` }, { status })),
  )
  const error = await refusal(server, ServerError, 'invalid_client', { clientSecret })
  safe(error, { clientSecret })
})
