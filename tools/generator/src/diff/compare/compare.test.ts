// What stood and what stands, as programs are told it beside the words.
import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import type { Change, Step } from '../change.js'
import { edited, pictureFrom } from '../diff.fixture.js'
import { compare } from './compare.js'

const steps: readonly (readonly [kind: Change['kind'], edit: Edit, step: Step])[] = [
  ['default', ['endpoints', 'lifetimes: { code: 60', 'lifetimes: { code: 30'], { before: 60, after: 30 }],
  [
    'default',
    ['endpoints', 'granted: X-Granted', 'granted: X-Given'],
    { before: 'X-Granted', after: 'X-Given' },
  ],
  [
    'default',
    ['endpoints', 'path: /authorize', 'path: /ask'],
    { before: 'GET /authorize', after: 'GET /ask' },
  ],
  [
    'asks-for-more',
    ['operations', "GET /boxes: { declared: 'box:read'", "GET /boxes: { declared: 'box:write'"],
    { before: [['box:read']], after: [['box:write']] },
  ],
  ['asks-for-more', ['operations', 'auth: any_token', 'auth: pat'], { before: 'any_token', after: 'pat' }],
  ['renamed', ['operations', 'id: get-me', 'id: me'], { before: 'get-me', after: 'me' }],
  ['covers-less', ['scopes', "includes: ['box:read'], aliases", 'aliases'], { before: ['box:read'] }],
  ['renamed', ['scopes', '  offline: {', '  away: {'], { before: 'offline', after: 'away' }],
  ['narrowed', ['scopes', ', aliases: [forever]', ''], { before: { forever: 'offline' } }],
  ['narrowed', ['scopes', "read: [' ', ',']", "read: [' ']"], { before: [','] }],
  ['widened', ['endpoints', 'values: [code]', 'values: [code, token]'], { after: ['token'] }],
  [
    'narrowed',
    [
      'endpoints',
      'access_token: { type: bearer_token, required: true,',
      'access_token: { type: bearer_token,',
    ],
    { before: 'required', after: 'optional' },
  ],
]

test.each(steps)('%s, %j: %j', async (kind, edit, step) => {
  const changes = compare(await pictureFrom(acme), await pictureFrom(edited(acme, [edit])), 'Scopes')
  const found = changes.filter((change) => change.kind === kind)
  expect(found.map(({ before, after }) => ({ before, after }))).toContainEqual({
    before: undefined,
    after: undefined,
    ...step,
  })
})
