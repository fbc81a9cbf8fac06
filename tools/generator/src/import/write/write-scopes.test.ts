import { expect, test } from 'vitest'
import type { ScopeEdit } from '../plan/plan.js'
import { writeScopes } from './write-scopes.js'

const scopes = `families:
  box: { name: Boxes, things: your boxes } # by hand
  stamp:
    name: Stamps
    levels: [read]
    things: >-
      your
      stamps

# Old ones.
folded: {}
scopes:
  offline:
    name: offline
    retired: { removed: 1.0.0 } # long ago
    description: Stay.
  online: { name: online, retired: { removed: 1.0.0 }, description: Go. }
`

/** The lines that differ. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ]
}

function family(id: string): ScopeEdit {
  const name = id.toUpperCase()
  return {
    kind: 'family',
    id,
    entry: { name, title: `The ${name}`, things: `your ${id}`, guessed: true, levels: ['read'] },
  }
}

const proposed = (id: string) => `  ${id}:
    guessed: true # by an import: put the words in order, and take this line out
    name: ${id.toUpperCase()}
    title: The ${id.toUpperCase()}
    things: your ${id}
    levels: [read]
`

test('nothing to change changes nothing', () => {
  expect(writeScopes(scopes, [])).toBe(scopes)
})

test('families stand where the alphabet has them', () => {
  expect(writeScopes(scopes, [family('zoo'), family('apple'), family('cat')])).toBe(
    scopes
      .replace('families:\n', `families:\n${proposed('apple')}`)
      .replace('# by hand\n', `# by hand\n${proposed('cat')}`)
      .replace('      stamps\n', `      stamps\n${proposed('zoo')}`),
  )
  expect(writeScopes('families: {}\nfolded: {}\n', [family('cat')])).toBe(
    `families:\n${proposed('cat')}folded: {}\n`,
  )
  expect(writeScopes('folded: {}\n', [family('cat')])).toBe(`folded: {}\n\nfamilies:\n${proposed('cat')}`)
})

test('what is retired says so at its end, what is back no longer does, and levels change in their place', () => {
  const retired = { declared: '1.0.0', removed: '2.0.0' }
  expect(
    difference(
      scopes,
      writeScopes(scopes, [
        { kind: 'retire', section: 'families', id: 'box', retired },
        { kind: 'retire', section: 'families', id: 'stamp', retired },
        { kind: 'levels', id: 'stamp', levels: ['read', 'write'] },
        { kind: 'revive', section: 'scopes', id: 'offline' },
        { kind: 'revive', section: 'scopes', id: 'online' },
      ]),
    ),
  ).toEqual([
    '-  box: { name: Boxes, things: your boxes } # by hand',
    '-    levels: [read]',
    '-    retired: { removed: 1.0.0 } # long ago',
    '-  online: { name: online, retired: { removed: 1.0.0 }, description: Go. }',
    '+  box: { name: Boxes, things: your boxes, retired: { declared: 1.0.0, removed: 2.0.0 } } # by hand',
    '+    levels: [read, write]',
    '+    retired: { declared: 1.0.0, removed: 2.0.0 }',
    '+  online: { name: online, description: Go. }',
  ])
})
