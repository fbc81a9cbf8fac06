import { expect, test } from 'vitest'
import { UsageError } from '../../options/usage-error.js'
import { checkRegisteredUri, redirectMatches } from './redirect-uri.js'

const app = 'https://app.example/callback'

test.each([
  [app, app, true, true],
  [app, 'https://app.example/callback/', false, true],
  [app, 'https://app.example/callback/more', false, true],
  [app, 'https://app.example/callback?next=1', false, true],
  [app, 'https://app.example/callbacks', false, false],
  [app, 'https://app.example/call', false, false],
  [app, 'https://app.example/callback/../evil', false, false],
  [app, 'https://app.example/callback/%2e%2e/evil', false, false],
  [app, 'https://app.example:444/callback', false, false],
  [app, 'http://app.example/callback', false, false],
  [app, 'https://user@app.example/callback', false, false],
  [app, 'https://APP.example/callback', false, true],
  ['https://app.example', 'https://app.example/', false, true],
  ['https://app.example', 'https://app.example/anywhere', false, true],
  ['https://app.example/cb?a=1', 'https://app.example/cb?a=1&b=2', false, true],
  ['https://app.example/cb?a=1', 'https://app.example/cb?a=12', false, false],
])('S1 registered %s, requested %s: exact %s, prefix %s', (registered, requested, exact, prefix) => {
  expect(redirectMatches(registered, requested, 'exact')).toBe(exact)
  expect(redirectMatches(registered, requested, 'prefix')).toBe(prefix)
})

test.each([
  ['http://127.0.0.1/cb', 'http://127.0.0.1:49152/cb', true],
  ['http://127.0.0.1:8080/cb', 'http://127.0.0.1:49152/cb', true],
  ['http://[::1]/cb', 'http://[::1]:49152/cb', true],
  ['http://localhost/cb', 'http://localhost:49152/cb', true],
  ['http://127.0.0.1/cb', 'http://127.0.0.1:49152/other', false],
  ['http://127.0.0.1/cb', 'http://127.0.0.2:49152/cb', false],
  ['http://127.0.0.1/cb', 'http://localhost:49152/cb', false],
  ['http://localhost/cb', 'http://localhost.evil:49152/cb', false],
])('S1 on loopback the port is free: registered %s, requested %s: %s', (registered, requested, matches) => {
  expect(redirectMatches(registered, requested, 'exact')).toBe(matches)
  expect(redirectMatches(registered, requested, 'prefix')).toBe(matches)
})

test.each([
  'https://app.example.evil',
  'https://app.example.evil/',
  'https://app.example@evil/',
  'https://app.examples',
  'https://app.example:443@evil',
  'https://:@app.example/',
  'https://@app.example/',
  'https:app.example/',
  'https:/app.example/',
  'https:///app.example/',
  'https:\\\\app.example/',
  'https://app.example\\@evil',
  'https://app.example\\.evil',
  'https://app.example%2eevil/',
  'https://app.example%2f.evil/',
  'https://app.example%00.evil/',
  'https://app.example./',
  'https://app.example:/',
  'https://app.example:99999/',
  'https://app.ex\tample/',
  ' https://app.example/',
  'https://app.ex\u00e4mple/',
  '//app.example/',
])('B16 the registered https://app.example is no prefix of %s', (requested) => {
  expect(redirectMatches('https://app.example', requested, 'prefix')).toBe(false)
})

test.each([
  '/..',
  '/../evil',
  '/./x',
  '/.',
  '/x/../../evil',
  '/..%2fevil',
  '/..%5Cevil',
  '/..\\evil',
  '/%2e%2e/evil',
  '/.%2E/evil',
  '/%2e%2e%2fevil',
  '%2f..%2fevil',
  '/%252e%252e/evil',
  '/..%252fevil',
  '/..;/evil',
  '/x\\y',
  '?next=\\evil',
  'x',
  '%2fx',
  ';x',
  ':x',
])('S1 B16 https://app.example/cb with %s behind it is not answered', (added) => {
  expect(redirectMatches('https://app.example/cb', `https://app.example/cb${added}`, 'prefix')).toBe(false)
})

test.each([
  '/%2%65%2%65/x',
  '/%u002e%u002e/x',
  '/%25u002e%25u002e/x',
  '/%252%65%252%65/x',
  '/%2525252525252525252e%2525252525252525252e/x',
  `/%${'25'.repeat(1000)}2e./x`,
  '/%c0%ae%c0%ae/x',
  '/%e0%80%ae%e0%80%ae/x',
  '/..%c0%afx',
  '/..%u2215',
  '/100%',
  '/%zz',
])('S1 a path whose percent signs decoders may read differently is not answered: %s', (added) => {
  const requested = `https://app.example/cb${added}`
  expect(redirectMatches('https://app.example/cb', requested, 'prefix')).toBe(false)
  expect(() => checkRegisteredUri(requested)).toThrow(UsageError)
})

test.each([
  '?code=EVIL&state=EVIL&iss=x',
  '?x=1&code=EVIL',
  '?x=1;code=EVIL',
  '?%63ode=EVIL',
  '?CODE=EVIL',
  '?code[]=EVIL',
  '?code%5B0%5D=EVIL',
  '?%20code=EVIL',
  '?code',
  '?state=EVIL',
  '?iss=EVIL',
  '?error=EVIL',
  '?error_description=EVIL',
  '?error.description=EVIL',
  '?error_uri=EVIL',
  '?access_token=EVIL',
  '?token_type=EVIL',
  '?expires_in=EVIL',
  '?scope=EVIL',
  '/x?a=b&c=d&state',
])('S1 C2 a query that holds what the answer says is not answered, nor registered: %s', (added) => {
  const requested = `https://app.example/cb${added}`
  expect(redirectMatches('https://app.example/cb', requested, 'prefix')).toBe(false)
  expect(() => checkRegisteredUri(requested)).toThrow(/its query/)
})

test.each([
  ['https://app.example/cb', 'https://app.example:443/cb/x'],
  ['https://app.example:8443/cb', 'https://app.example:8443/cb/x?y'],
  ['https://app.example/cb', 'https://app.example/cb/a.b/..c/...'],
  ['https://app.example/cb', 'https://app.example/cb?path=../x&at=@'],
  ['https://app.example/cb/', 'https://app.example/cb/x'],
  ['https://app.example', 'https://app.example?x'],
  ['https://app.example/cb', 'https://app.example/cb/100%25'],
  ['https://app.example/cb', 'https://app.example/cb/%C3%A9%20%2520'],
  ['https://app.example/cb', 'https://app.example/cb?codes=1&next=code&rate=100%'],
])('S1 by prefix %s answers to %s', (registered, requested) => {
  expect(redirectMatches(registered, requested, 'prefix')).toBe(true)
})

test.each([
  ['https://app.example/\u00e4', 'printable ASCII'],
  ['https://\u00e4pp.example/', 'printable ASCII'],
  ['https://app.example/\r\nset-cookie: a=b', 'printable ASCII'],
  ['https://app.example/\u0000', 'printable ASCII'],
  ['https:app.example/cb', 'https://host/path'],
  ['https://app.example\\cb', 'backslash'],
  ['https://:@app.example/cb', 'user name'],
  ['https://app.example/cb/../x', 'segment'],
  ['http://app.example/cb', 'http is for 127.0.0.1'],
  ['https://app.example/#x', 'fragment'],
  [undefined, 'no text'],
])('registering %j is refused with the reason: %s', (uri, reason) => {
  const register = (): void => checkRegisteredUri(uri as string)
  expect(register).toThrow(UsageError)
  expect(register).toThrow(reason)
})

test.each([
  'http://app.example/cb',
  'app.example',
  'javascript:alert(1)',
  'https://app.example/#x',
  'https://u:p@app.example/',
])('%s can not be registered', (uri) => {
  expect(() => checkRegisteredUri(uri)).toThrow(TypeError)
})
