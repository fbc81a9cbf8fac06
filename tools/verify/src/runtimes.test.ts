import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from './repository.js'

test('every suite runs on the Node that started npm test: no room that is started from brings another', () => {
  const rooms = [
    '',
    ...['packages', 'tools'].flatMap((parent) =>
      readdirSync(root + parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}/`),
    ),
  ]
  expect(rooms).toContain('tools/runtimes/')
  const withNode = rooms.filter((room) => existsSync(`${root}${room}node_modules/.bin/node`))
  expect(withNode.filter((room) => room !== 'tools/runtimes/')).toEqual([])
})
