// That no secret gets through a text from outside, however it is spelt, and that what helps does.
import { expect, test } from 'vitest'
import { secretParameters } from '../generated/endpoints.js'
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

test.each([...secretParameters, 'id_token'])(
  'A21 C17 a value that is called %s is hidden, wherever a name stands',
  (name) => {
    for (const spelt of [
      `${name}=hush`,
      `"${name}":"hush"`,
      `{ ${name}: 'hush' }`,
      `${name.toUpperCase()}=hush`,
    ])
      expect(cleanText(`said ${spelt} here`)).not.toContain('hush')
  },
)

test.each([
  ['https://bob:hunter2@gateway.example/login', 'https://[hidden]@gateway.example/login'],
  ['https://t0ken@gateway.example', 'https://[hidden]@gateway.example'],
  ['socks5://bob:hunter2@proxy:1080', 'socks5://[hidden]@proxy:1080'],
  ['bob:hunter2@proxy', '[hidden]@proxy'],
  ['to bob@example.org at 10:30', 'to bob@example.org at 10:30'],
])('A21 who an address says is asking is hidden: %s', (address, shown) => {
  expect(cleanText(`no way to ${address}`)).toBe(`no way to ${shown}`)
})

test('what the spec does not call a secret stays', () => {
  expect(cleanText('grant_type=refresh client_id=app scope=all')).toBe(
    'grant_type=refresh client_id=app scope=all',
  )
})

const odd = 'Ab3+f/9-.~&="x'
const escapes: Readonly<Record<string, (character: string) => string>> = {
  'percent-encoded, lower case': (character) => `%${code(character, 2)}`,
  'percent-encoded, upper case': (character) => `%${code(character, 2).toUpperCase()}`,
  'percent-encoded twice': (character) => `%25${code(character, 2)}`,
  'percent-encoded four times': (character) => `%252525${code(character, 2)}`,
  'percent-encoded as by `escape`': (character) => `%u${code(character, 4)}`,
  'in HTML, decimal': (character) => `&#${character.charCodeAt(0)};`,
  'in HTML, decimal, no semicolon, and zeros': (character) => `&#000${character.charCodeAt(0)}&#8203;`,
  'in HTML, hexadecimal': (character) => `&#x${code(character, 2)};`,
  'in HTML, upper case': (character) => `&#X${code(character, 2).toUpperCase()};`,
  'in HTML, twice': (character) => `&amp;#x${code(character, 2)};`,
  'in JSON': (character) => `\\u${code(character, 4)}`,
  'in JSON, twice': (character) => `\\\\u${code(character, 4)}`,
  'in JSON, the short way': (character) => (/\w/.test(character) ? character : `\\${character}`),
  'in a page of JSON in a URL': (character) => encodeURIComponent(`&#x5c;u${code(character, 4)}`),
  'as a printed object of Python': (character) => `\\x${code(character, 2)}`,
  'as a printed object of JavaScript': (character) => `\\u{${code(character, 2)}}`,
  'in full width': (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  'in full width, in a URL': (character) =>
    encodeURIComponent(String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'in lower case': (character) => character.toLowerCase(),
  'in upper case': (character) => character.toUpperCase(),
}

function code(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0')
}

test.each(Object.entries(escapes))('A21 C17 a known secret is hidden %s', (_how, spell) => {
  const every = Array.from(odd, spell).join('')
  const some = Array.from(odd, (character, at) => (at % 2 === 0 ? spell(character) : character)).join('')
  for (const spelt of [every, some]) expect(cleanText(`no: ${spelt} ?`, [odd])).toBe('no: [hidden] ?')
})

test.each([
  ['&amp;', '&'],
  ['&AMP', '&'],
  ['&plus;', '+'],
  ['&sol;', '/'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&commat;', '@'],
  ['&bsol;', '\\'],
  ['&lowbar;', '_'],
  ['&equals;', '='],
])('A21 C17 a known secret is hidden with %s in it', (entity, sign) => {
  expect(cleanText(`no: one${entity}two.`, [`one${sign}two`])).toBe('no: [hidden].')
})

test.each([
  ['U+200B', '\u200b'],
  ['NUL', '\u0000'],
  ['a line break', '\r\n'],
  ['an escape', '\u001b'],
  ['C1', '\u009b'],
  ['a soft hyphen', '\u00ad'],
  ['U+2028', '\u2028'],
  ['a mark of order', '\ufeff'],
  ['a turn of direction', '\u202e'],
  ['half a pair', '\ud83d'],
  ['a tag', '\u{e0041}'],
  ['a filler', '\u3164'],
  ['U+200B percent-encoded', '%E2%80%8B'],
  ['U+200B in HTML', '&#8203;'],
  ['U+200B by its name', '&ZeroWidthSpace;'],
  ['a soft hyphen by its name', '&shy;'],
  ['a line end by its name', '&NewLine;'],
  ['a tab by its name', '&Tab;'],
  ['a space that does not break', '\u00a0'],
  ['that by its name', '&nbsp;'],
  ['a combining accent', '\u0301'],
  ['that in HTML', '&#x301;'],
  ['U+200B in JSON', '\\u200b'],
  ['a line break in JSON', '\\n'],
  ['a tag in JSON', '\\udb40\\udc41'],
])('A21 C17 a known secret with %s between its characters stays hidden', (_what, between) => {
  for (const secret of ['s3cr3t', 'unl1kely-s3cr3t-0f-a-l0ng-k1nd']) {
    const shown = cleanText(`no: ${[...secret].join(between)} ?`, [secret])
    expect(shown).toBe('no: [hidden] ?')
  }
})

test('A21 a secret that looks like an escape is hidden as it is, and once that is undone', () => {
  for (const spelt of ['x%41y', 'xAy', 'x%2541y', 'x%2541%79', 'x&#37;41y']) {
    expect(cleanText(`no: ${spelt}.`, ['x%41y'])).toBe('no: [hidden].')
  }
  expect(cleanText('100%41ab12', ['41ab12'])).toBe('100%[hidden]')
})

test('A21 what is spelt in more layers than anyone needs is hidden whole', () => {
  const inLayers = (layers: number): string => `no: &${'amp;'.repeat(layers)}#81; secret`
  expect(cleanText(inLayers(20), ['Q'])).toBe('[hidden]')
  expect(cleanText(inLayers(2), ['Q'])).toBe('no: [hidden] secret')
  expect(cleanText(inLayers(2), ['B'])).toBe(inLayers(2))
})

test('A21 of a text in which nothing is hidden nothing is undone', () => {
  const text = 'bad parameter a%20b &amp; \\u0041 in {"x":1}'
  expect(cleanText(text, ['s3cr3t'])).toBe(text)
})

test.each(['d', 'hidden', '[', 'i'])('A21 the secret %j is not looked for in what hides it', (secret) => {
  expect(cleanText(`no: %2541 ${secret}`, [secret])).toBe('no: %2541 [hidden]')
})

test('A21 a secret of many characters hides the rest of the text with it', () => {
  const secret = 'a'.repeat(8000)
  expect(cleanText(`no: ${secret} and more`, [secret])).toBe('no: [hidden]')
  // Work that grows with the square of the text would outlast the test's time limit.
  expect(cleanText('a'.repeat(256 * 1024), [`${secret}b`, `${secret}c`])).toBe('[hidden]')
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

test.each([
  'a',
  '1a',
  '\u001b',
  ' ',
  'token',
  'token=',
  'code="',
  'authorization: a ',
  '"',
  '%25',
  '%2525',
  '%ff',
  '%',
  '&amp;',
  '&#x0',
  '&#',
  '\\',
  '\\\\u0041',
  '\u200b',
  'p\u200b',
])('A22 256 KiB of %j are cleaned before the test runs into its time limit', (piece) => {
  expect(cleanText(piece.repeat((256 * 1024) / piece.length), [secret, 'a'])).not.toContain(secret)
})

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

test('C17 A21 a secret spelt otherwise shows in no part of a cause', () => {
  const spelt = encodeURIComponent(Array.from(secret).join('\u200b')).toLowerCase()
  const error = Object.assign(new Error(`sent ${spelt}`), { code: spelt, name: spelt })
  error.stack = `${error.name}: ${error.message}\n    at ${spelt} (file.js:1:2)`
  const copy = redactCause(new Error(spelt, { cause: new AggregateError([error], spelt) }), [secret])
  expect(shownOf(copy).toLowerCase()).not.toContain('ord%')
  expect(shownOf(copy)).toContain('at [hidden] (file.js:1:2)')
})

test('C17 lines of a message that look like frames are left out of the stack', () => {
  const error = new Error('over\n    at p4rt one\n    at p4rt two')
  expect(error.stack).toContain('p4rt')
  const copy = redactCause(error)
  expect(copy instanceof Error && copy.stack?.split('\n').slice(1).join()).not.toContain('p4rt')
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

test('of an endless stack twenty frames are kept', () => {
  const error = new Error('lost')
  error.stack = `Error: lost\n${'    at work (file.js:1:1)\n'.repeat(5000)}`
  const copy = redactCause(error)
  expect(copy instanceof Error && copy.stack?.split('\n')).toHaveLength(21)
})
