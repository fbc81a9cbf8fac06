import { expect, test } from 'vitest'
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
])('B16 the registered https://app.example is no prefix of %s', (requested) => {
  expect(redirectMatches('https://app.example', requested, 'prefix')).toBe(false)
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
