import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { edited, toldAfter, toldOf } from '../diff.fixture.js'

test.each<[string, Edit[], string[]]>([
  [
    'a scope with another name in code no longer compiles under the old one',
    [['scopes', 'name: offline', 'name: staySignedIn']],
    ['compile-time, renamed: `Scopes.offline` is gone: write `Scopes.staySignedIn` (`offline`).'],
  ],
  [
    'a former family that loses its name in code no longer compiles, and its texts are still read',
    [['scopes', ', name: Crates', '']],
    [
      'compile-time, renamed: `Scopes.Crates.readOnly` is gone: write `Scopes.Boxes.readOnly` (`box:read`).',
      'compile-time, renamed: `Scopes.Crates.readWrite` is gone: write `Scopes.Boxes.readWrite` (`box:write`).',
    ],
  ],
  [
    'a former family that gets a name in code has more names for the same scopes',
    [['scopes', 'parcel: { into: box }', 'parcel: { into: box, name: Parcels }']],
    [
      'nothing, added: `Scopes.Parcels.readOnly` is another name for `box:read`.',
      'nothing, added: `Scopes.Parcels.readWrite` is another name for `box:write`.',
    ],
  ],
  [
    'a name that a family has in its stead is the one to write, and the other is deprecated',
    [
      ['scopes', 'box: { name: Boxes', 'box: { name: Crates'],
      ['scopes', 'into: box, name: Crates', 'into: box, name: Boxes'],
    ],
    [
      'nothing, deprecated: `Scopes.Boxes.readOnly` is deprecated: write `Scopes.Crates.readOnly` (`box:read`).',
      'nothing, deprecated: `Scopes.Boxes.readWrite` is deprecated: write `Scopes.Crates.readWrite` (`box:write`).',
      'nothing, restored: `Scopes.Crates.readOnly` is no longer deprecated.',
      'nothing, restored: `Scopes.Crates.readWrite` is no longer deprecated.',
    ],
  ],
  [
    'a name that stands for another scope compiles and asks for something else',
    [['scopes', 'crate: { into: box', 'crate: { into: gift_card']],
    [
      'run-time, default: `Scopes.Crates.readOnly` now stands for `gift_card:read` instead of `box:read`.',
      'run-time, default: `Scopes.Crates.readWrite` now stands for `gift_card:write` instead of `box:write`.',
      'run-time, default: `crate`, `crate:read`, `crate:view` and `crate:write` in an old token are read as another scope than before.',
    ],
  ],
])('%s', async (_, edits, told) => {
  expect(await toldAfter(...edits)).toEqual(told)
})

test('a name that another released scope took over is no renaming', async () => {
  const offline =
    "  offline: { name: offline, description: Stay signed in., includes: ['box:read'], aliases: [forever] }\n"
  const other = '  away: { name: away, description: Stay away. }\n'
  const before = edited(acme, [['scopes', offline, offline + other]])
  const after = edited(before, [['scopes', offline + other, other.replace('name: away', 'name: offline')]])
  expect(await toldOf(before, after)).toEqual([
    "compile-time, removed: `Scopes.offline` (`offline`) is gone: a token that has it keeps it as a scope that isn't known.",
    'compile-time, renamed: `Scopes.away` is gone: write `Scopes.offline` (`away`).',
    'run-time, default: `Scopes.offline` now stands for `away` instead of `offline`.',
  ])
})
