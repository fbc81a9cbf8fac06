import { ConfigurationError } from '@linode-login/core'
import { describe, expect, test } from 'vitest'
import { isCallback, withoutAnswer } from './callback-url.js'

const app = 'https://app.example/callback'

describe('isCallback', () => {
  test.each([
    ['a code', `${app}?code=1&state=2`, app],
    ['an error', `${app}?error=access_denied&state=2`, app],
    ['a code without a state, to be refused', `${app}?code=1`, app],
    ['K16 a token in the fragment, to be refused', `${app}#access_token=1&state=2`, app],
    ['K16 a token in the query, to be refused', `${app}?access_token=1`, app],
    ['no redirect URI known', 'https://app.example/any?code=1&state=2', undefined],
    ['parameters of the app beside it', `${app}?tab=2&code=1&state=2#top`, app],
    ["the redirect URI's own query", `${app}?from=linode&code=1&state=2`, `${app}?from=linode`],
    ['a redirect URI without a path', 'https://app.example/?code=1&state=2', 'https://app.example'],
  ])('%s: yes', (_, href, redirectUri) => {
    expect(isCallback(href, redirectUri)).toBe(true)
  })

  test.each([
    ['the page without an answer', app, app],
    ['a state alone', `${app}?state=2`, app],
    ['a hash that a router wrote', `${app}#/code?code=1`, app],
    ['another path', 'https://app.example/github?code=1&state=2', app],
    ['another origin', 'https://other.example/callback?code=1&state=2', app],
    ["another provider's query", `${app}?from=github&code=1&state=2`, `${app}?from=linode`],
  ])('%s: no', (_, href, redirectUri) => {
    expect(isCallback(href, redirectUri)).toBe(false)
  })
})

test('a redirect URI that is none is a typed error', () => {
  expect(() => isCallback(`${app}?code=1`, '/callback')).toThrow(ConfigurationError)
})

test.each([
  ['a code', '?code=1&state=2', ''],
  ['every field of an answer', '?error=e&error_description=d&error_uri=u&iss=i&state=s', ''],
  ['doubled', '?code=1&code=2&state=3&state=4', ''],
  ['names in another spelling', '?c%6fde=1&stat%65=2', ''],
  ['foreign parameters around it', '?a=1&code=1&b=%20+%2f&state=2&a', '?a=1&b=%20+%2f&a'],
  ['the hash', '?code=1&state=2#a/b?c=d', '#a/b?c=d'],
  ['K16 a token in the hash', '?x=1#access_token=1&state=2', '?x=1'],
  ['nothing to take', '?codes=1&mystate=2', '?codes=1&mystate=2'],
])('C38 withoutAnswer: %s', (_, before, after) => {
  expect(withoutAnswer(app + before)).toBe(app + after)
})
