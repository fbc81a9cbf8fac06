import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('an old name of a level must not be a level', async () => {
  expect(await faultsAfter(['scopes', 'aliases: [view]', 'aliases: [view, write]'])).toEqual([
    'write: this makes "box:write" another spelling of "box:read", but it is a scope itself: rename it or take it out',
  ])
})

test('two levels must not have had one name', async () => {
  expect(await faultsAfter(['scopes', 'includes: [read] }', 'includes: [read], aliases: [view] }'])).toEqual([
    'view: this makes "box:view" another spelling of "box:write", but it stands for "box:read" already: ' +
      'rename it or take it out',
  ])
})

test('a word for nothing must not be a level, a family or a scope', async () => {
  expect(await faultsAfter(['scopes', 'nothing: [none]', 'nothing: [offline]'])).toEqual([
    'offline: this makes "offline" another spelling of no scope, but it is a scope itself: rename it or take it out',
  ])
})

test('another spelling of a single scope must not stand for something else', async () => {
  expect(await faultsAfter(['scopes', '[forever]', "['box:view']"])).toEqual([
    `'box:view': this makes "box:view" another spelling of "offline", but it stands for "box:read" already: ` +
      'rename it or take it out',
  ])
})
