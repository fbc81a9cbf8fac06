import { expect, test } from 'vitest'
import { type Edit, faultsAfter, rawFaultsAfter } from '../faults.fixture.js'

test.each<[string, Edit, told: string]>([
  [
    'family',
    ['scopes', '  box: {', '  bux: {'],
    'bux: nothing refers to "bux", but 8 places to "box", which is not there',
  ],
  [
    'level',
    ['scopes', '  write: {', '  wriet: {'],
    'wriet: nothing refers to "wriet", but 6 places to "write", which is not there',
  ],
  [
    'message',
    ['endpoints', '  token_response:', '  token_respnse:'],
    'token_respnse: nothing refers to "token_respnse", but 2 places to "token_response", which is not there',
  ],
  [
    'error',
    ['endpoints', '  invalid_request: {', '  invalid_reqest: {'],
    'invalid_reqest: nothing refers to "invalid_reqest", but 2 places to "invalid_request", which is not there',
  ],
])('a %s that is misspelt where it is declared is told there, and nowhere else', async (_, edit, told) => {
  const [, , meant] = /to "(\w+)".*to "(\w+)"/.exec(told) ?? []
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
