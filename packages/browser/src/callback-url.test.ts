import { describe, expect, test } from 'vitest'
import { hasAnswer, isAt, stateOf, withoutAnswer } from './callback-url.js'

const app = 'https://app.example/callback'

test.each([
  ['a code', '?code=1&state=2', true],
  ['an error', '?error=access_denied&state=2', true],
  ['a code without a state, to be refused', '?code=1', true],
  ['K16 a token in the fragment, to be refused', '#access_token=1&state=2', true],
  ['K16 a token in the query, to be refused', '?access_token=1', true],
  ['K16 another token, to be refused', '?id_token=1', true],
  ['K16 another token in the fragment', '#id_token=1', true],
  ['K16 a token in the query of a router', '#/route?access_token=1', true],
  ['C38 a code in the fragment, to be refused', '#code=1&state=2', true],
  ['C38 an error in the fragment, to be refused', '#error=access_denied&state=2', true],
  ['a heading of that name', '#code', false],
  ['parameters of the app beside it', '?tab=2&code=1&state=2#top', true],
  ['the page without an answer', '', false],
  ['a state alone', '?state=2', false],
  ['a hash that a router wrote', '#/code?code=1', false],
])('hasAnswer: %s', (_, end, expected) => {
  expect(hasAnswer(app + end)).toBe(expected)
})

test.each([
  ['of a query', '?code=1&state=2', '2'],
  ['the first, where it is doubled', '?code=1&state=2&state=3', '2'],
  ['K16 of a fragment', '#access_token=1&state=2', '2'],
  ['none', '?code=1', ''],
])('stateOf: %s', (_, end, state) => {
  expect(stateOf(app + end)).toBe(state)
})

describe('isAt', () => {
  test.each([
    ['the redirect URI', app, app],
    ['with an answer', `${app}?code=1&state=2#top`, app],
    ["with the redirect URI's own query", `${app}?code=1&from=linode`, `${app}?from=linode`],
    ['a redirect URI without a path', 'https://app.example/?code=1', 'https://app.example'],
    ['C38 a slash that the host added', `${app}/?code=1`, app],
    ['C38 a slash that the host took away', app, `${app}/`],
    ['C38 other escapes', 'https://app.example/%63allb%61ck', app],
    ['C38 other cases of escapes', 'https://app.example/%c3%a9', 'https://app.example/%C3%A9'],
    ['escapes that are none', 'https://app.example/100%', 'https://app.example/100%'],
  ])('%s: yes', (_, href, redirectUri) => {
    expect(isAt(href, redirectUri)).toBe(true)
  })

  test.each([
    ['another path', 'https://app.example/github?code=1', app],
    ['a path below it', `${app}/github?code=1`, app],
    ['another origin', 'https://other.example/callback?code=1', app],
    ["another provider's query", `${app}?from=github&code=1`, `${app}?from=linode`],
    ['a redirect URI that is none', `${app}?code=1`, '/callback'],
  ])('%s: no', (_, href, redirectUri) => {
    expect(isAt(href, redirectUri)).toBe(false)
  })
})

test.each([
  ['a code', '?code=1&state=2', ''],
  ['every field of an answer', '?error=e&error_description=d&error_uri=u&iss=i&state=s', ''],
  ['doubled', '?code=1&code=2&state=3&state=4', ''],
  ['names in another spelling', '?c%6fde=1&stat%65=2', ''],
  ['foreign parameters around it', '?a=1&code=1&b=%20+%2f&state=2&a', '?a=1&b=%20+%2f&a'],
  ['the hash', '?code=1&state=2#a/b?c=d', '#a/b?c=d'],
  ['K16 a token in the hash', '?x=1#access_token=1&state=2', '?x=1'],
  ['K16 a token in the query of a router', '?code=1#/route?access_token=1', ''],
  ['C38 an answer in the hash', '?x=1#code=1&state=2', '?x=1'],
  ['K16 every token', '?access_token=1&refresh_token=2&id_token=3&token=4&x=5', '?x=5'],
  ['K16 a token in a parameter of the app', '?code=1&next=/x?access_token=1&x=5', '?x=5'],
  ['nothing to take', '?codes=1&mystate=2', '?codes=1&mystate=2'],
])('C38 withoutAnswer: %s', (_, before, after) => {
  expect(withoutAnswer(app + before)).toBe(app + after)
})
