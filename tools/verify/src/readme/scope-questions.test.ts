// The table of questions in core's README lists what can be asked of scopes, and with which arguments.
import { readFileSync } from 'node:fs'
import { OAuthScopes } from '@linode-login/core'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

const page = readFileSync(`${root}packages/core/README.md`, 'utf8')
const section = /^## What can be asked of scopes$(.*?)^## /ms.exec(page)?.[1] ?? ''

/** How many arguments each question has, as its row says. */
const told = [...section.matchAll(/^\| `(\w+)\(([^)]*)\)` \| [^|]* \|$/gm)].map(
  ([, name = '', words = '']) => [name, words.split(', ').length],
)

test('every question has its row and its arguments', () => {
  const expected = Object.entries<unknown>(OAuthScopes).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, value.length]] : [],
  )
  expect(expected.length).toBeGreaterThan(5)
  expect(told.sort()).toEqual(expected.sort())
})
