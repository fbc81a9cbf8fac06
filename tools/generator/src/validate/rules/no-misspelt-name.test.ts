import { expect, test } from 'vitest'
import { type Edit, faultsAfter, rawFaultsAfter } from '../faults.fixture.js'

test.each<[string, Edit, told: string]>([
  [
    'family',
    ['scopes', '  box: {', '  bux: {'],
    'bux: no family is called "box", which 8 places name; none names this one, "bux"',
  ],
  [
    'level',
    ['scopes', '  write: {', '  wriet: {'],
    'wriet: no level is called "write", which 6 places name; none names this one, "wriet"',
  ],
  [
    'message',
    ['endpoints', '  token_response:', '  token_respnse:'],
    'token_respnse: no message is called "token_response", which 2 places name; none names this one, "token_respnse"',
  ],
  [
    'error',
    ['endpoints', '  invalid_request: {', '  invalid_reqest: {'],
    'invalid_reqest: no error is called "invalid_request", which 2 places name; none names this one, "invalid_reqest"',
  ],
])('a %s that is misspelt where it is declared is told there, and nowhere else', async (_, edit, told) => {
  const [, meant] = /called "(\w+)"/.exec(told) ?? []
  expect(await faultsAfter(edit)).toEqual([`${told}: did you mean "${meant}"?`])
  expect(await rawFaultsAfter(edit)).toMatchObject([{ suggestion: meant, also: [{}] }])
})

test('a slip at one entry is told there, and so are more beside uses of what is declared', async () => {
  expect(
    await faultsAfter(['endpoints', '[invalid_request, invalid_grant]', '[invalid_request, invalid_grnt]']),
  ).toEqual(['invalid_grnt: there is no error "invalid_grnt": did you mean "invalid_grant"?'])
  const slip = (before: string): Edit => ['operations', `${before} 'box:read'`, `${before} 'bux:read'`]
  expect(await faultsAfter(slip('GET /boxes: { declared:'), slip('POST /boxes: { declared:'))).toHaveLength(2)
})

test.each<[string, Edit, told: string]>([
  ['an endpoint', ['endpoints', '  refresh:', '  refrehs:'], 'refrehs: no endpoint is called "refresh"'],
  [
    'a field',
    [
      'endpoints',
      '      refresh_token: { type: bearer_token, nullable',
      '      refesh_token: { type: bearer_token, nullable',
    ],
    'refesh_token: no field is called "refresh_token"',
  ],
])('%s that is nearly what clients know is told where it is declared', async (_, edit, told) => {
  expect(await faultsAfter(edit)).toEqual([expect.stringContaining(told)])
})

test.each(['expires_on', 'expires_at', 'lifetime', 'bot_access_token'])(
  'a field of the provider itself, such as %s, is no slip',
  async (name) => {
    const [from, to] = ['expires_in: { type: seconds', `${name}: { type: seconds`]
    expect(await faultsAfter(['endpoints', `${from}, description: How`, `${to}, description: How`])).toEqual(
      [],
    )
  },
)
