import { expect, test } from 'vitest'
import type { Edit } from '../../validate/faults.fixture.js'
import { toldAfter } from '../diff.fixture.js'

test.each<[string, Edit[], string[]]>([
  [
    'an old name of a level that is forgotten',
    [['scopes', ', aliases: [view]', '']],
    [
      'run-time, narrowed: The level `view` (5 scopes) in an old token is no longer read as what it stood for.',
    ],
  ],
  [
    'a former family that is forgotten, and another one',
    [['scopes', '  parcel: { into: box }', '  packet: { into: box }']],
    [
      'run-time, narrowed: The former family `parcel` (4 scopes) in an old token is no longer read as what it stood for.',
      'nothing, widened: The former family `packet` (4 scopes) in a token is read too.',
    ],
  ],
  [
    'an old name of a scope that is forgotten',
    [['scopes', ', aliases: [forever]', '']],
    ['run-time, narrowed: `forever` in an old token is no longer read as what it stood for.'],
  ],
  [
    'an old name that is a scope of its own again',
    [['scopes', ', aliases: [forever] }', ' }\n  forever: { name: forever, description: Stay. }']],
    [
      'run-time, default: `forever` in an old token is read as another scope than before.',
      'nothing, added: `Scopes.forever` (`forever`) is new: Stay.',
    ],
  ],
  [
    'one more name that is read',
    [['scopes', 'aliases: [forever]', 'aliases: [forever, always]']],
    ['nothing, widened: `always` in a token is read too.'],
  ],
  [
    'one more word for nothing',
    [['scopes', 'nothing: [none]', 'nothing: [none, nil]']],
    ['nothing, widened: `nil` in a token is read as no scope.'],
  ],
  [
    'the other spellings of a scope with another text are forgotten, or mean another one',
    [
      ['scopes', 'aliases: [forever]', 'aliases: [forever, always]'],
      ['scopes', '  offline: {', '  away: {'],
      ['scopes', 'aliases: [forever, always]', 'aliases: [offline]'],
    ],
    [
      'compile-time, renamed: `Scopes.offline` is now `away` instead of `offline`; the old text is still read as it.',
      'run-time, default: In a token `offline` is now read as `away`: code that looks for the old text no longer finds it.',
      'run-time, narrowed: `forever` in an old token is no longer read as what it stood for.',
    ],
  ],
  [
    'an old name of a scope that is gone may mean another one',
    [
      [
        'scopes',
        "  offline: { name: offline, description: Stay signed in., includes: ['box:read'], aliases: [forever] }\n",
        '  home: { name: home, description: Stay home., aliases: [forever] }\n',
      ],
    ],
    [
      "compile-time, removed: `Scopes.offline` (`offline`) is gone: a token that has it keeps it as a scope that isn't known.",
      'run-time, default: `forever` in an old token is read as another scope than before.',
      'nothing, added: `Scopes.home` (`home`) is new: Stay home.',
    ],
  ],
  [
    'another level that a bare name stands for',
    [['scopes', 'bare: write', 'bare: read']],
    [
      'run-time, default: `box`, `crate`, `gift_card` and `parcel` in an old token are read as another scope than before.',
      'nothing, widened: `stamp` in a token is read too.',
    ],
  ],
  [
    'a word for nothing that is forgotten',
    [['scopes', 'nothing: [none]', 'nothing: []']],
    ['run-time, narrowed: `none` in an old token is no longer read as what it stood for.'],
  ],
])('%s', async (_, edits, told) => {
  expect(await toldAfter(...edits)).toEqual(told)
})
