import { expect, test } from 'vitest'
import type { Edit } from '../../validate/faults.fixture.js'
import { toldAfter } from '../diff.fixture.js'

test.each<[string, Edit[], string[]]>([
  [
    'separators and the case of letters',
    [
      ['scopes', "{ read: [' ', ','], write: ' ' }", "{ read: [',', ';'], write: ',' }"],
      ['scopes', 'ignoreCase: true\n', ''],
    ],
    [
      'run-time, narrowed: `box:read box:write` is no longer read as two scopes.',
      'run-time, default: Two scopes are now sent as `box:read,box:write` instead of `box:read box:write`.',
      'run-time, default: Two scopes now stand in answers as `box:read,box:write` instead of `box:read box:write`.',
      'run-time, default: Upper and lower case in scopes are now told apart: `BOX:READ` is no longer `box:read`.',
      'nothing, widened: `box:read;box:write` is now read as two scopes too.',
    ],
  ],
  [
    'the order of separators when reading means nothing',
    [['scopes', "{ read: [' ', ',']", "{ read: [',', ' ']"]],
    [],
  ],
])('%s', async (_, edits, told) => {
  expect(await toldAfter(...edits)).toEqual(told)
})
