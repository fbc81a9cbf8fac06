import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { edited, toldAfter, toldOf } from '../diff.fixture.js'

const stamp =
  '  stamp: { name: Stamps, things: your stamps, levels: [read], retired: { declared: 1.0.0, removed: 2.0.0 } }\n'
const offline =
  "  offline: { name: offline, description: Stay signed in., includes: ['box:read'], aliases: [forever] }\n"

test.each<[string, Edit[], string[]]>([
  [
    'a new family is told scope by scope, with what each allows',
    [['scopes', '\nfolded:', '\n  note: { name: Notes, things: your notes }\nfolded:']],
    [
      'nothing, added: `Scopes.Notes.readOnly` (`note:read`) is new: See your notes.',
      'nothing, added: `Scopes.Notes.readWrite` (`note:write`) is new: Change your notes.',
    ],
  ],
  [
    'a scope that is gone no longer compiles',
    [['scopes', stamp, '']],
    [
      "compile-time, removed: `Scopes.Stamps.readOnly` (`stamp:read`) is gone: a token that has it keeps it as a scope that isn't known.",
    ],
  ],
  [
    'a family that went into another is renamed',
    [
      ['scopes', stamp, ''],
      ['scopes', '  parcel: { into: box }\n', '  parcel: { into: box }\n  stamp: { into: box }\n'],
    ],
    [
      'compile-time, renamed: `Scopes.Stamps.readOnly` (`stamp:read`) is now `Scopes.Boxes.readOnly` (`box:read`); the old text is still read as it, and `Scopes.Stamps.readOnly` is gone from code.',
      'run-time, default: In a token `stamp:read` is now read as `box:read`: it counts as having all that `box:read` covers, and code that looks for the old text no longer finds it.',
      'nothing, widened: `stamp` and `stamp:write` in a token are read too.',
    ],
  ],
  [
    'a name that it keeps in code is deprecated, and asks for the other one',
    [
      ['scopes', stamp, ''],
      [
        'scopes',
        '  parcel: { into: box }\n',
        '  parcel: { into: box }\n  stamp: { into: box, name: Stamps }\n',
      ],
    ],
    [
      'compile-time, renamed: `Scopes.Stamps.readOnly` is deprecated and now stands for `box:read` instead of `stamp:read`: write `Scopes.Boxes.readOnly`.',
      'run-time, default: In a token `stamp:read` is now read as `box:read`: it counts as having all that `box:read` covers, and code that looks for the old text no longer finds it.',
      'nothing, added: `Scopes.Stamps.readWrite` is another name for `box:write`.',
      'nothing, widened: `stamp` and `stamp:write` in a token are read too.',
    ],
  ],
  [
    'a scope that another has as an alias was renamed to it, and what it covers stays',
    [['scopes', offline, offline.replaceAll('offline', 'away').replace('[forever]', '[forever, offline]')]],
    [
      'compile-time, renamed: `Scopes.offline` (`offline`) is now `Scopes.away` (`away`); the old text is still read as it, and `Scopes.offline` is gone from code.',
      'run-time, default: In a token `offline` is now read as `away`: code that looks for the old text no longer finds it.',
    ],
  ],
  [
    'a name in code that stands for a new text tells where the old text went',
    [['scopes', '  offline: {', '  away: {']],
    [
      "compile-time, renamed: `Scopes.offline` is now `away` instead of `offline`; a token that has the old text keeps it as a scope that isn't known.",
    ],
  ],
  [
    'a scope that was retired is deprecated, which breaks nothing',
    [['scopes', '{ name: offline,', '{ retired: { removed: 3.2.1 }, name: offline,']],
    [
      'nothing, deprecated: `Scopes.offline` (`offline`) is deprecated: version 3.2.1 of the API document took it away. The next release may remove it.',
    ],
  ],
  [
    'so is a level that was retired, and no other',
    [
      [
        'scopes',
        'things: your gift cards\n',
        'things: your gift cards\n    retired: { levels: [read], removed: 3.2.1 }\n',
      ],
    ],
    [
      'nothing, deprecated: `Scopes.GiftCards.readOnly` (`gift_card:read`) is deprecated: version 3.2.1 of the API document took it away. The next release may remove it.',
    ],
  ],
  [
    'a scope that is declared again is told',
    [['scopes', ', retired: { declared: 1.0.0, removed: 2.0.0 }', '']],
    ['nothing, restored: `Scopes.Stamps.readOnly` (`stamp:read`) is no longer deprecated.'],
  ],
  [
    'other words are told with the words',
    [['scopes', 'Send gift cards.', 'Send and see gift cards.']],
    [
      'nothing, words: `Scopes.GiftCards.readWrite` (`gift_card:write`) is described in other words: Send and see gift cards.',
    ],
  ],
  [
    'a title is told as one',
    [['scopes', "title: '{title}: change'", "title: '{title}: use'"]],
    [
      'nothing, words: `Scopes.Boxes.readWrite` (`box:write`) now has the title "Boxes: use".',
      'nothing, words: `Scopes.GiftCards.readWrite` (`gift_card:write`) now has the title "Gift cards: use".',
    ],
  ],
  [
    'a family whose name changed its case has other names in code, and that its title follows is no news',
    [['scopes', 'box: { name: Boxes', 'box: { name: BOXes']],
    [
      'compile-time, renamed: `Scopes.Boxes.readOnly` is gone: write `Scopes.BOXes.readOnly` (`box:read`).',
      'compile-time, renamed: `Scopes.Boxes.readWrite` is gone: write `Scopes.BOXes.readWrite` (`box:write`).',
    ],
  ],
  [
    'a scope that covers less leaves calls refused',
    [['scopes', "    includes: { write: ['box:read'] }\n", '']],
    [
      'compile-time, covers-less: `Scopes.GiftCards.readWrite` (`gift_card:write`) no longer covers `box:read`, neither in a call nor in the type of a token: an app that needs it must ask for it too.',
    ],
  ],
  [
    'a scope that covers more breaks nothing',
    [['scopes', "{ write: ['box:read'] }", "{ write: ['box:write'] }"]],
    ['nothing, covers-more: `Scopes.GiftCards.readWrite` (`gift_card:write`) now covers `box:write` too.'],
  ],
  [
    'a wildcard with another text is renamed, and still covers all',
    [
      ['scopes', "wildcard: { scope: '*'", 'wildcard: { scope: all'],
      ['operations', "['*']]", '[all]]'],
    ],
    [
      "compile-time, renamed: `Scopes.all` is now `all` instead of `*`; a token that has the old text keeps it as a scope that isn't known.",
    ],
  ],
])('%s', async (_, edits, told) => {
  expect(await toldAfter(...edits)).toEqual(told)
})

const families = ['ant', 'bee', 'cat', 'dog']
const many = edited(acme, [
  [
    'scopes',
    '  stamp:',
    `${families.map((id) => `  ${id}: { name: ${id.toUpperCase()}, things: your ${id}s }\n`).join('')}  stamp:`,
  ],
])

test('what a level includes of its family no longer is told once', async () => {
  const after = edited(many, [['scopes', ', includes: [read] }', ' }']])
  expect(await toldOf(many, after)).toEqual([
    'compile-time, covers-less: `Scopes.Boxes.readWrite` (`box:write`), and likewise in 5 more families, no longer covers `box:read`, neither in a call nor in the type of a token: an app that needs it must ask for it too.',
  ])
  expect(await toldOf(after, many)).toContain(
    'nothing, covers-more: `Scopes.Boxes.readWrite` (`box:write`), and likewise in 5 more families, now covers `box:read` too.',
  )
})

test('a level with another id is told once of what is read, and of each scope what no longer compiles', async () => {
  const after = edited(many, [
    ['scopes', '  read: { name', '  look: { aliases: [read], name'],
    ['scopes', ', aliases: [view]', ''],
    ['scopes', 'includes: [read]', 'includes: [look]'],
    ['scopes', 'levels: [read]', 'levels: [look]'],
    ['scopes', "includes: { write: ['box:read'] }", "includes: { write: ['box:look'] }"],
    ['scopes', "includes: ['box:read']", "includes: ['box:look']"],
  ])
  const told = await toldOf(many, {
    ...after,
    operations: after.operations.replaceAll("'box:read'", "'box:look'"),
  })
  expect(told).toContain(
    'run-time, default: In a token the level `read` is now read as `look` (7 scopes, such as `box:read`): code that looks for the old text no longer finds it.',
  )
  expect(told.filter((text) => text.startsWith('compile-time, renamed'))).toHaveLength(7)
})

test('a scope that went into one which covers less leaves calls refused, and of that one itself nothing is told', async () => {
  const away = '  away: { name: away, description: Stay away. }\n'
  const before = edited(acme, [['scopes', offline, offline + away]])
  const after = edited(acme, [['scopes', offline, away.replace(' }', ', aliases: [offline, forever] }')]])
  expect(await toldOf(before, after)).toEqual([
    'compile-time, renamed: `Scopes.offline` (`offline`) is now `Scopes.away` (`away`); the old text is still read as it, and `Scopes.offline` is gone from code.',
    'compile-time, covers-less: `Scopes.away` (`away`), as which `offline` is read, no longer covers `box:read`, neither in a call nor in the type of a token: an app that needs it must ask for it too.',
    'run-time, default: In a token `offline` is now read as `away`: it counts as having all that `away` covers, and code that looks for the old text no longer finds it.',
  ])
})
