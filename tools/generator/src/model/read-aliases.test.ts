import { expect, test } from 'vitest'
import type { ScopesDocument } from '../spec/scopes-document.js'
import { readAliases } from './read-aliases.js'

const level = { title: '{title}', description: '{things}.' }

const document: ScopesDocument = {
  separators: { read: [' '], write: ' ' },
  levels: {
    read: { ...level, name: 'read', aliases: ['view'] },
    '*': { ...level, name: 'all', includes: ['read'], aliases: ['create', 'delete'] },
  },
  nothing: ['none'],
  bare: '*',
  families: {
    mail: { name: 'Mail', things: 'mail' },
    fax: { name: 'Fax', things: 'faxes', levels: ['read'] },
  },
  folded: { post: { into: 'mail' }, telex: { into: 'fax' } },
  scopes: { offline: { name: 'offline', description: 'Stay.', aliases: ['forever'] } },
}

test('every other spelling stands for its scope', () => {
  expect(Object.fromEntries(readAliases(document))).toEqual({
    none: '',
    mail: 'mail:*',
    'mail:view': 'mail:read',
    'mail:create': 'mail:*',
    'mail:delete': 'mail:*',
    'mail:none': '',
    'fax:view': 'fax:read',
    'fax:none': '',
    post: 'mail:*',
    'post:read': 'mail:read',
    'post:*': 'mail:*',
    'post:view': 'mail:read',
    'post:create': 'mail:*',
    'post:delete': 'mail:*',
    'post:none': '',
    'telex:read': 'fax:read',
    'telex:view': 'fax:read',
    'telex:none': '',
    forever: 'offline',
  })
})

test('a family without the level of a bare name has no bare name', () => {
  const names = readAliases(document).map(([alias]) => alias)
  expect(names).not.toContain('fax')
  expect(names).not.toContain('telex')
})
