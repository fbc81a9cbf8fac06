// Which template a concrete path is found under.
import { expect, test } from 'vitest'
import { operations } from '../operations/linode.js'
import { createPathTree } from './path-tree.js'

test.each([
  ['/things', '/things'],
  ['/things/1', '/things/{id}'],
  ['/things/new', '/things/new'],
  ['/things/new/parts', '/things/{id}/parts'],
  ['/things/', undefined],
  ['/things/1/none', undefined],
  ['/', undefined],
  ['', undefined],
])('%j is found under %j', (path, template) => {
  const templates = ['/things', '/things/{id}', '/things/new', '/things/{id}/parts']
  const tree = createPathTree(templates.map((one) => [one, one]))
  expect(tree.find(path)).toBe(template)
  expect(tree.find(`/v4${path}`, 3)).toBe(template)
})

test('every operation is found by a path of its kind', () => {
  const names = [...operations().keys()]
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const paths = names
      .filter((name) => name.startsWith(`${method} `))
      .map((name) => name.slice(method.length + 1))
    const tree = createPathTree(paths.map((path) => [path, path]))
    for (const path of paths) expect(tree.find(path.replaceAll(/\{[^}]+\}/g, '123'))).toBe(path)
  }
})
