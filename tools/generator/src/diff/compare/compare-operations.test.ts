import { expect, test } from 'vitest'
import type { Edit } from '../../validate/faults.fixture.js'
import { toldAfter } from '../diff.fixture.js'

const get = "GET /boxes: { declared: 'box:read'"

test.each<[string, Edit[], string[]]>([
  [
    'a new operation is told with what it takes',
    [
      [
        'operations',
        'GET /me:',
        "DELETE /gifts: { declared: 'gift_card:write', id: delete-gifts }\n  GET /me:",
      ],
    ],
    ['nothing, added: `DELETE /gifts` is new and takes `gift_card:write`.'],
  ],
  [
    'an operation that is gone no longer compiles',
    [['operations', '  GET /me: { auth: any_token, id: get-me }\n', '']],
    ['compile-time, removed: `GET /me` (`get-me`) is gone.'],
  ],
  [
    'an operation with the same id was renamed',
    [['operations', 'GET /boxes:', 'GET /all-boxes:']],
    ['compile-time, renamed: `GET /boxes` is now called `GET /all-boxes`.'],
  ],
  [
    'so was one whose path differs in the names of parameters alone',
    [
      ['operations', 'GET /boxes/{boxId}:', 'GET /boxes/{id}:'],
      ['operations', 'id: get-box ', 'id: get-one-box '],
    ],
    [
      'compile-time, renamed: `GET /boxes/{boxId}` is now called `GET /boxes/{id}`.',
      'compile-time, renamed: The id `get-box` of `GET /boxes/{id}` is now `get-one-box`.',
    ],
  ],
  [
    'another method is another operation',
    [['operations', 'GET /me: { auth: any_token, id: get-me }', 'PUT /me: { auth: any_token, id: put-me }']],
    [
      'compile-time, removed: `GET /me` (`get-me`) is gone.',
      'nothing, added: `PUT /me` is new and takes any token.',
    ],
  ],
  [
    'a renamed operation may ask for more too',
    [['operations', get, "GET /all-boxes: { declared: 'box:write'"]],
    [
      'compile-time, renamed: `GET /boxes` is now called `GET /all-boxes`.',
      'run-time, asks-for-more: `GET /all-boxes` now takes `box:write` instead of `box:read`: users whose token lacks that must sign in again.',
    ],
  ],
  [
    'an operation that asks for a scope above asks for more',
    [['operations', get, "GET /boxes: { declared: 'box:write'"]],
    [
      'run-time, asks-for-more: `GET /boxes` now takes `box:write` instead of `box:read`: users whose token lacks that must sign in again.',
    ],
  ],
  [
    'the wildcard is more than any scope',
    [['operations', get, "GET /boxes: { declared: '*'"]],
    [
      'run-time, asks-for-more: `GET /boxes` now takes `*` instead of `box:read`: users whose token lacks that must sign in again.',
    ],
  ],
  [
    'one that asks for a scope below asks for less',
    [['operations', "recorded: 'box:write'", "recorded: 'box:read'"]],
    ['nothing, asks-for-less: `POST /boxes` now takes `box:read` instead of `box:write`, which is less.'],
  ],
  [
    'one that asks for a scope beside asks for something else',
    [['operations', get, "GET /boxes: { declared: 'gift_card:read'"]],
    [
      'run-time, asks-for-other: `GET /boxes` now takes `gift_card:read` instead of `box:read`: users whose token lacks that must sign in again.',
    ],
  ],
  [
    'one more alternative is less, one more scope beside it is more',
    [
      ['operations', get, "GET /boxes: { declared: [['box:read'], ['gift_card:read']]"],
      ['operations', "corrected: 'box:read'", "corrected: ['box:read', 'gift_card:read']"],
    ],
    [
      'run-time, asks-for-more: `GET /boxes/{boxId}` now also needs `gift_card:read`: users whose token lacks that must sign in again.',
      'nothing, asks-for-less: `GET /boxes` now takes `box:read`, or `gift_card:read` instead of `box:read`, which is less.',
    ],
  ],
  [
    'one that an app is given instead of what it was, since it is fewer scopes or the first by name, asks for another',
    [['operations', "['*']]", "['*'], [offline]]"]],
    [
      'run-time, asks-for-other: `POST /gifts` now takes `box:write` and `gift_card:write`, or `*`, or `offline` instead of `box:write` and `gift_card:write`, or `*`, which is less, but the fewest scopes for it are now `offline`, which a token with `box:write` and `gift_card:write` lacks: an app that asks tokens for the fewest sends their users to sign in again.',
    ],
  ],
  [
    'an alternative that covers another one changes nothing that is needed',
    [['operations', "['*']]", "['*'], ['gift_card:write', 'box:write', offline]]"]],
    [
      'nothing, words: `POST /gifts` now takes `box:write` and `gift_card:write`, or `*`, or `box:write` and `gift_card:write` and `offline` instead of `box:write` and `gift_card:write`, or `*`, which comes to the same.',
    ],
  ],
  [
    'a token where none was needed is more',
    [['operations', "{ auth: none, recorded: '*'", '{ auth: any_token']],
    [
      'run-time, asks-for-more: `GET /open` now takes any token instead of no token: a call without a token is refused.',
    ],
  ],
  [
    'a scope where any token did is more',
    [
      [
        'operations',
        "GET /quiet: { declared: 'box:read', recorded: '*'",
        "GET /quiet: { declared: 'box:read'",
      ],
    ],
    [
      'run-time, asks-for-more: `GET /quiet` now takes `box:read` instead of any token: users whose token lacks that must sign in again.',
    ],
  ],
  [
    'a personal access token is more than any OAuth token',
    [['operations', 'GET /me: { auth: any_token', 'GET /me: { auth: pat']],
    [
      'compile-time, asks-for-more: `GET /me` (`get-me`) now takes a personal access token only instead of any token: no OAuth token can call it any longer, and the compiler refuses it as an `OAuthOperation`.',
    ],
  ],
  [
    'and scopes are less than it, though the type that it had is not its own any longer',
    [['operations', 'GET /mine: { auth: pat, ', 'GET /mine: { ']],
    [
      'compile-time, asks-for-less: `GET /mine` (`get-mine`) now takes `box:read` instead of a personal access token only, which is less: it is an `OAuthOperation`, and no `PersonalTokenOperation`.',
    ],
  ],
  [
    'an id that changed no longer compiles',
    [['operations', 'id: list-boxes', 'id: get-boxes']],
    ['compile-time, renamed: The id `list-boxes` of `GET /boxes` is now `get-boxes`.'],
  ],
  [
    'one that no type holds is noticed at run time',
    [['operations', 'id: get-mine', 'id: get-my-own']],
    ['run-time, renamed: The id `get-mine` of `GET /mine` is now `get-my-own`.'],
  ],
  [
    'ids that were swapped compile, and stand for something else',
    [
      ['operations', 'id: get-open', 'id: new-quiet'],
      ['operations', 'id: get-quiet', 'id: get-open'],
      ['operations', 'id: new-quiet', 'id: get-quiet'],
    ],
    [
      'run-time, default: The id `get-open` now stands for `GET /quiet` instead of `GET /open`.',
      'run-time, default: The id `get-quiet` now stands for `GET /open` instead of `GET /quiet`.',
    ],
  ],
  [
    'so does an id that an operation took over from one that is gone',
    [
      ['operations', "  GET /quiet: { declared: 'box:read', recorded: '*', id: get-quiet }\n", ''],
      ['operations', 'id: get-me ', 'id: get-quiet '],
    ],
    [
      'compile-time, removed: `GET /quiet` (`get-quiet`) is gone.',
      'compile-time, renamed: The id `get-me` of `GET /me` is now `get-quiet`.',
      'run-time, default: The id `get-quiet` now stands for `GET /me` instead of `GET /quiet`.',
    ],
  ],
  [
    'a scope with another text is the same need',
    [
      ['scopes', '  offline: {', '  away: {'],
      ['scopes', 'aliases: [forever]', 'aliases: [forever, offline]'],
    ],
    [
      'compile-time, renamed: `Scopes.offline` is now `away` instead of `offline`; the old text is still read as it.',
      'run-time, default: In a token `offline` is now read as `away`: code that looks for the old text no longer finds it.',
    ],
  ],
  [
    'a note that is another one is told',
    [['operations', 'note: Seen.', 'note: Heard.']],
    ['nothing, words: The reference now notes on `POST /boxes`: Heard.'],
  ],
  [
    'so is one that is gone',
    [['operations', ', note: Seen.', '']],
    ['nothing, words: The reference has no note on `POST /boxes` any longer.'],
  ],
  [
    'so is what the document declares where the server goes by something else',
    [['operations', "POST /boxes: { declared: 'box:read'", 'POST /boxes: { declared: offline']],
    [
      'nothing, words: The API document now declares `offline` for `POST /boxes` instead of `box:read`; what the server takes is the same.',
    ],
  ],
  [
    'an old text that it declares says what that is read as, and no other scope',
    [
      [
        'operations',
        "POST /boxes: { declared: 'box:read'",
        "POST /boxes: { declared: 'crate:view', misspelt: true",
      ],
    ],
    ['nothing, words: The reference is put in other words.'],
  ],
])('%s', async (_, edits, told) => {
  expect(await toldAfter(...edits)).toEqual(told)
})
